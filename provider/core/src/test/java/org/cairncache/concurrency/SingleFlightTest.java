package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CompletionListenerFuture;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever misses a key while it is being loaded waits for that load and begins none. */
class SingleFlightTest {
  private static final int CLIENTS = 50;

  private final SlowLoader loader = new SlowLoader();
  private final Crew crew = new Crew(CLIENTS);
  private OpenCaches<String, Integer> caches = open(Deployment.MEMORY);

  @AfterEach
  void close() {
    loader.gate.countDown();
    crew.close();
    caches.close();
  }

  @Test
  void get_manyMissTheSameKey_loadOnce() throws Exception {
    List<Future<Integer>> gets = startGets("a");
    crew.awaitWaiting(CLIENTS);
    loader.gate.countDown();
    for (Future<Integer> get : gets) {
      assertThat(crew.join(get)).isEqualTo(1);
    }
    assertThat(loader.loadsOf("a")).isEqualTo(1);
    assertThat(cache().get("a")).isEqualTo(1);
  }

  @Test
  void get_loadFails_allFailAndTheNextLoadsAgain() throws Exception {
    loader.failure = new IllegalStateException("no source");
    List<Future<Integer>> gets = startGets("a");
    crew.awaitWaiting(CLIENTS);
    loader.gate.countDown();
    for (Future<Integer> get : gets) {
      assertThatExceptionOfType(CacheLoaderException.class)
          .isThrownBy(() -> crew.join(get))
          .withCause(loader.failure);
    }
    assertThat(loader.loadsOf("a")).isEqualTo(1);
    loader.failure = null;
    assertThat(cache().get("a")).isEqualTo(2);
  }

  @Test
  void getAll_overlapsWithOthers_loadsEachKeyOnce() throws Exception {
    List<Future<Map<String, Integer>>> all = new ArrayList<>();
    all.add(crew.start(() -> cache().getAll(Set.of("a", "b"))));
    crew.awaitWaiting(1);
    Future<Integer> one = crew.start(() -> cache().get("a"));
    all.add(crew.start(() -> cache().getAll(Set.of("b", "c"))));
    all.add(crew.start(() -> cache().getAll(Set.of("d", "a"))));
    crew.awaitWaiting(4);
    CompletionListenerFuture loaded = new CompletionListenerFuture();
    cache().loadAll(Set.of("c", "d", "e"), false, loaded);
    loader.gate.countDown();
    assertThat(crew.join(one)).isEqualTo(1);
    assertThat(crew.join(all.get(0))).isEqualTo(Map.of("a", 1, "b", 1));
    assertThat(crew.join(all.get(1))).isEqualTo(Map.of("b", 1, "c", 1));
    assertThat(crew.join(all.get(2))).isEqualTo(Map.of("d", 1, "a", 1));
    loaded.get();
    assertThat(loader.loads).allSatisfy((key, count) -> assertThat(count).hasValue(1));
    assertThat(loader.loads).containsOnlyKeys("a", "b", "c", "d", "e");
  }

  @Test
  void getAll_bulkLoadFails_overlappingGetFailsToo() throws Exception {
    loader.failure = new IllegalStateException("no source");
    Future<Map<String, Integer>> all = crew.start(() -> cache().getAll(Set.of("a", "b")));
    crew.awaitWaiting(1);
    Future<Integer> one = crew.start(() -> cache().get("b"));
    crew.awaitWaiting(2);
    loader.gate.countDown();
    assertThatExceptionOfType(CacheLoaderException.class).isThrownBy(() -> crew.join(all));
    assertThatExceptionOfType(CacheLoaderException.class).isThrownBy(() -> crew.join(one));
    assertThat(loader.loadsOf("b")).isEqualTo(1);
  }

  /** Who missed before the load and asks after it must not load again. */
  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "ONE_PROVIDER"})
  void get_missedBeforeALoadThatHasEnded_loadsNotAgain(Deployment deployment) throws Exception {
    loader.gate.countDown();
    caches.close();
    caches = open(deployment);
    for (int i = 0; i < 1_000; i++) {
      String key = "key" + i;
      crew.together(
          4,
          member -> {
            if (member % 2 == 0) {
              assertThat(cache().get(key)).isEqualTo(1);
            } else {
              assertThat(cache().getAll(Set.of(key))).isEqualTo(Map.of(key, 1));
            }
          });
      assertThat(loader.loadsOf(key)).isEqualTo(1);
    }
  }

  @Test
  void get_keyIsWrittenDuringTheLoad_returnsWhatWasWritten() throws Exception {
    Future<Integer> get = crew.start(() -> cache().get("a"));
    crew.awaitWaiting(1);
    cache().put("a", 100);
    loader.gate.countDown();
    assertThat(crew.join(get)).isEqualTo(100);
    assertThat(cache().get("a")).isEqualTo(100);
  }

  @Test
  void get_keyIsRemovedDuringTheLoad_loadsAgain() throws Exception {
    Future<Integer> get = crew.start(() -> cache().get("a"));
    crew.awaitWaiting(1);
    assertThat(cache().remove("a")).isFalse();
    loader.gate.countDown();
    assertThat(crew.join(get)).isEqualTo(2);
    assertThat(cache().get("a")).isEqualTo(2);
  }

  @Test
  void get_afterARemovalDuringALoad_doesNotWaitForThatLoad() throws Exception {
    Future<Integer> before = crew.start(() -> cache().get("a"));
    crew.awaitWaiting(1);
    cache().put("a", 100);
    assertThat(cache().remove("a")).isTrue();
    Future<Integer> after = crew.start(() -> cache().get("a"));
    await().until(() -> loader.loadsOf("a") == 2);
    loader.gate.countDown();
    assertThat(crew.join(after)).isEqualTo(2);
    assertThat(crew.join(before)).isEqualTo(2);
    assertThat(cache().get("a")).isEqualTo(2);
  }

  @Test
  void put_keyIsBeingLoaded_doesNotWait() throws Exception {
    Future<Integer> get = crew.start(() -> cache().get("a"));
    crew.awaitWaiting(1);
    assertThat(cache().getAndPut("a", 100)).isNull();
    assertThat(cache().remove("a")).isTrue();
    assertThat(get).isNotDone();
  }

  private List<Future<Integer>> startGets(String key) {
    List<Future<Integer>> gets = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      gets.add(crew.start(() -> cache().get(key)));
    }
    return gets;
  }

  private Cache<String, Integer> cache() {
    return caches.first();
  }

  private OpenCaches<String, Integer> open(Deployment deployment) {
    return OpenCaches.open(
        deployment,
        new MutableConfiguration<String, Integer>()
            .setTypes(String.class, Integer.class)
            .setReadThrough(true)
            .setCacheLoaderFactory(() -> loader));
  }

  /** Gives each key the number of its loads so far, once its gate is open. */
  private static final class SlowLoader implements CacheLoader<String, Integer> {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Map<String, AtomicInteger> loads = new ConcurrentHashMap<>();
    private volatile RuntimeException failure;

    @Override
    public Integer load(String key) {
      return loadAll(List.of(key)).get(key);
    }

    @Override
    public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
      Map<String, Integer> values = new HashMap<>();
      for (String key : keys) {
        values.put(key, loads.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet());
      }
      try {
        gate.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CacheLoaderException(interrupted);
      }
      if (failure != null) {
        throw failure;
      }
      return values;
    }

    int loadsOf(String key) {
      return loads.get(key).get();
    }
  }
}
