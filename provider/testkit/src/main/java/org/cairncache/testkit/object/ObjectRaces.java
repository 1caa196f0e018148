package org.cairncache.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.processor.EntryProcessor;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients with nothing in common but the bucket: one wins, and nothing is lost. */
public abstract class ObjectRaces {
  private static final int CONTENDERS = 8;
  private static final int ROUNDS = 20;
  private static final int INCREMENTS = Boolean.getBoolean("nightly") ? 1_000 : 50;

  private final ObjectPlace place = place();
  private final List<OwnManager> managers = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(CONTENDERS);
  private final CyclicBarrier start = new CyclicBarrier(CONTENDERS);

  /** A new bucket. */
  protected abstract ObjectPlace place();

  @AfterEach
  void close() {
    threads.shutdownNow();
    managers.forEach(OwnManager::close);
    place.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void putIfAbsentAndRemove_manyAtOnce_oneOfThemWins(boolean tombstones) throws Exception {
    List<Cache<String, Integer>> caches = open(tombstones);
    int created = 0;
    int replaced = 0;
    int removed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      created += count(caches, cache -> cache.putIfAbsent("k", 0));
      replaced += count(caches, cache -> cache.replace("k", 0, 1));
      removed += count(caches, cache -> cache.remove("k", 1));
    }
    assertThat(List.of(created, replaced, removed)).containsOnly(ROUNDS);
  }

  private int count(List<Cache<String, Integer>> caches, Contender contender) throws Exception {
    int winners = 0;
    for (boolean won :
        all(
            caches,
            cache -> {
              start.await();
              return contender.wins(cache);
            })) {
      winners += won ? 1 : 0;
    }
    return winners;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void invoke_incrementsByMany_loseNothing(boolean tombstones) throws Exception {
    EntryProcessor<String, Integer, Void> increment =
        (entry, arguments) -> {
          entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
          return null;
        };
    List<Cache<String, Integer>> caches = open(tombstones);
    all(
        caches,
        cache -> {
          for (int i = 0; i < INCREMENTS; i++) {
            cache.invoke("k", increment);
          }
          return true;
        });
    assertThat(caches.get(0).get("k")).isEqualTo(CONTENDERS * INCREMENTS);
  }

  /** Tries to be the one. */
  private interface Contender {
    boolean wins(Cache<String, Integer> cache);
  }

  /** What each does with its cache. */
  private interface Task {
    boolean run(Cache<String, Integer> cache) throws Exception;
  }

  private List<Cache<String, Integer>> open(boolean tombstones) {
    List<Cache<String, Integer>> caches = new ArrayList<>();
    for (int i = 0; i < CONTENDERS; i++) {
      OwnManager manager = tombstones ? place.tombstoning() : place.manager();
      managers.add(manager);
      caches.add(
          manager.cache(
              "c",
              new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class)));
    }
    return caches;
  }

  private List<Boolean> all(List<Cache<String, Integer>> caches, Task task) throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    caches.forEach(cache -> tasks.add(() -> task.run(cache)));
    List<Boolean> results = new ArrayList<>();
    for (Future<Boolean> future : threads.invokeAll(tasks)) {
      results.add(future.get());
    }
    return results;
  }
}
