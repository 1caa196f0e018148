package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import javax.cache.processor.EntryProcessorException;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processors, loaders and writers that call the cache they belong to: answered, or refused. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class NestedCallTest {
  private static final String REFUSAL = "the very key that its own operation is changing";

  private final Crew crew = new Crew(4);
  private final MutableConfiguration<String, Integer> configuration =
      new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class);
  private OpenCaches<String, Integer> caches;

  @AfterEach
  void close() {
    crew.close();
    if (caches != null) {
      caches.close();
    }
  }

  /** A change of the key that a processor is changing; named for the report. */
  record Change(String name, Function<Cache<String, Integer>, Object> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change("getAndPut", cache -> cache.getAndPut("a", 2)),
        new Change("putIfAbsent", cache -> cache.putIfAbsent("a", 2)),
        new Change("replace", cache -> cache.replace("a", 2)),
        new Change("replaceEqual", cache -> cache.replace("a", 1, 2)),
        new Change("remove", cache -> cache.remove("a")),
        new Change("removeEqual", cache -> cache.remove("a", 1)),
        new Change("getAndRemove", cache -> cache.getAndRemove("a")),
        new Change("invoke", cache -> cache.invoke("a", (entry, arguments) -> entry.getValue())));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void invoke_processorChangesItsOwnKey_isRefusedAtOnce(Change change) {
    Cache<String, Integer> cache = open();
    cache.put("a", 1);
    assertThatThrownBy(() -> cache.invoke("a", (entry, arguments) -> change.call.apply(cache)))
        .isInstanceOf(EntryProcessorException.class)
        .hasRootCauseInstanceOf(CacheException.class)
        .rootCause()
        .hasMessageContaining(REFUSAL);
    assertThat(cache.get("a")).isEqualTo(1);
    assertThat(cache.remove("a")).as("the lock is free again").isTrue();
  }

  @Test
  void invoke_processorPutsItsOwnKey_isRefusedAtOnce() {
    assertPutIsRefused(cache -> cache.put("a", 2));
    assertPutIsRefused(cache -> cache.putAll(Map.of("a", 2, "b", 2)));
  }

  private void assertPutIsRefused(Consumer<Cache<String, Integer>> put) {
    Cache<String, Integer> cache = open();
    cache.put("a", 1);
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () ->
                cache.invoke(
                    "a",
                    (entry, arguments) -> {
                      put.accept(cache);
                      return runs.incrementAndGet();
                    }))
        .isInstanceOf(EntryProcessorException.class)
        .rootCause()
        .hasMessageContaining(REFUSAL);
    assertThat(runs).hasValue(0);
    assertThat(cache.get("a")).isEqualTo(1);
    caches.close();
  }

  @Test
  void invoke_processorReadsItsOwnKey_isAnswered() {
    Cache<String, Integer> cache = open();
    cache.put("a", 1);
    int read =
        cache.invoke("a", (entry, arguments) -> cache.get("a") + (cache.containsKey("a") ? 10 : 0));
    assertThat(read).isEqualTo(11);
  }

  @Test
  void invoke_processorChangesAnotherKey_isDone() {
    Cache<String, Integer> cache = open();
    cache.invoke("a", (entry, arguments) -> cache.putIfAbsent("b", 2));
    assertThat(cache.get("b")).isEqualTo(2);
  }

  @Test
  void put_writerChangesItsOwnKey_isRefusedAtOnce() {
    NestingWriter writer = new NestingWriter();
    configuration.setWriteThrough(true).setCacheWriterFactory(() -> writer);
    Cache<String, Integer> cache = open();
    writer.nested = () -> cache.remove("a");
    assertThatExceptionOfType(CacheWriterException.class)
        .isThrownBy(() -> cache.put("a", 1))
        .havingRootCause()
        .withMessageContaining(REFUSAL);
    writer.nested = () -> {};
    assertThat(cache.containsKey("a")).isFalse();
    cache.put("a", 1);
    assertThat(cache.get("a")).isEqualTo(1);
  }

  @Test
  void putAll_writerChangesAKeyOfTheBatch_isRefusedAtOnce() {
    NestingWriter writer = new NestingWriter();
    configuration.setWriteThrough(true).setCacheWriterFactory(() -> writer);
    Cache<String, Integer> cache = open();
    writer.nested = () -> cache.putAll(Map.of("b", 3, "c", 3));
    assertThatExceptionOfType(CacheWriterException.class)
        .isThrownBy(() -> cache.putAll(Map.of("a", 1, "b", 1)))
        .havingRootCause()
        .withMessageContaining(REFUSAL);
    assertThat(cache.getAll(Set.of("a", "b", "c"))).isEmpty();
  }

  @Test
  void get_loaderAsksForItsOwnKey_isRefusedAtOnce() {
    NestingLoader loader = new NestingLoader();
    configuration.setReadThrough(true).setCacheLoaderFactory(() -> loader);
    Cache<String, Integer> cache = open();
    loader.nested = keys -> cache.get(keys.get(0));
    assertThatExceptionOfType(CacheLoaderException.class).isThrownBy(() -> cache.get("a"));
    loader.nested = keys -> cache.getAll(Set.copyOf(keys));
    assertThatExceptionOfType(CacheLoaderException.class)
        .isThrownBy(() -> cache.getAll(Set.of("a", "b")));
    loader.nested = keys -> {};
    assertThat(cache.get("a")).isEqualTo(1);
  }

  @Test
  void get_loaderPutsItsOwnKey_whatWasPutStays() {
    NestingLoader loader = new NestingLoader();
    configuration.setReadThrough(true).setCacheLoaderFactory(() -> loader);
    Cache<String, Integer> cache = open();
    loader.nested = keys -> cache.getAndPut(keys.get(0), 5);
    assertThat(cache.get("a")).isEqualTo(5);
  }

  @Test
  void invoke_loaderOfTheProcessorChangesItsKey_isRefusedAtOnce() {
    NestingLoader loader = new NestingLoader();
    configuration.setReadThrough(true).setCacheLoaderFactory(() -> loader);
    Cache<String, Integer> cache = open();
    loader.nested = keys -> cache.getAndPut(keys.get(0), 5);
    assertThatThrownBy(() -> cache.invoke("a", (entry, arguments) -> entry.getValue()))
        .isInstanceOf(CacheException.class)
        .rootCause()
        .hasMessageContaining(REFUSAL);
  }

  /** Each loader waits for the load of the other: one must give up, and tell. */
  @Test
  void getAll_loadersAskForEachOther_ends() throws Exception {
    NestingLoader loader = new NestingLoader();
    configuration.setReadThrough(true).setCacheLoaderFactory(() -> loader);
    Cache<String, Integer> cache = open();
    CyclicBarrier bothLoad = new CyclicBarrier(2);
    loader.nested =
        keys -> {
          await(bothLoad);
          cache.getAll(Set.of(keys.contains("a") ? "b" : "a"));
        };
    Future<Map<String, Integer>> a = crew.start(() -> cache.getAll(Set.of("a")));
    Future<Map<String, Integer>> b = crew.start(() -> cache.getAll(Set.of("b")));
    List<Exception> failures = failures(a, b);
    assertThat(failures)
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure).isInstanceOf(CacheLoaderException.class));
  }

  @Test
  void getAll_sameKeysInOppositeOrders_ends() throws Exception {
    configuration.setReadThrough(true).setCacheLoaderFactory(NestingLoader::new);
    Cache<String, Integer> cache = open();
    for (int i = 0; i < 500; i++) {
      Set<String> keys = Set.of("a" + i, "b" + i, "c" + i);
      Set<String> some = Set.of("c" + i, "d" + i, "a" + i);
      crew.together(4, member -> cache.getAll(member % 2 == 0 ? keys : some));
      assertThat(cache.containsKey("b" + i)).isTrue();
    }
  }

  /** With a writer a batch holds all its locks at once. */
  @Test
  void putAllAndRemoveAll_sameKeysInAnyOrder_end() throws Exception {
    configuration.setWriteThrough(true).setCacheWriterFactory(NestingWriter::new);
    Cache<String, Integer> cache = open();
    crew.together(
        4,
        member -> {
          List<String> keys =
              new ArrayList<>(List.of("AaAa", "AaBB", "BBAa", "BBBB", "a", "b")); // 4 hash alike
          for (int i = 0; i < 500; i++) {
            Collections.shuffle(keys);
            if (i % 2 == 0) {
              Map<String, Integer> entries = new LinkedHashMap<>();
              keys.subList(0, 3).forEach(key -> entries.put(key, member));
              cache.putAll(entries);
            } else {
              cache.removeAll(new LinkedHashSet<>(keys.subList(0, 3)));
            }
          }
        });
    cache.putAll(Map.of("AaAa", 1, "BBBB", 1));
    assertThat(cache.getAll(Set.of("AaAa", "BBBB"))).hasSize(2);
  }

  /** The lock wait limit of 30 seconds ends it. */
  @Test
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void invoke_twoThatNestCrosswise_endInAnExceptionWithinTheLimit() throws Exception {
    Cache<String, Integer> cache = open();
    CyclicBarrier bothIn = new CyclicBarrier(2);
    List<Future<Object>> both = new ArrayList<>();
    for (List<String> keys : List.of(List.of("a", "b"), List.of("b", "a"))) {
      both.add(
          crew.start(
              () ->
                  cache.invoke(
                      keys.get(0),
                      (entry, arguments) -> {
                        await(bothIn);
                        return cache.putIfAbsent(keys.get(1), 1);
                      })));
    }
    List<Exception> failures = failures(both.get(0), both.get(1));
    assertThat(failures)
        .isNotEmpty()
        .allSatisfy(
            failure -> assertThat(failure).rootCause().hasMessageContaining("waited 30000 ms"));
    cache.put("a", 3);
    assertThat(cache.replace("a", 3, 4)).isTrue();
  }

  private Cache<String, Integer> open() {
    caches = OpenCaches.open(Deployment.MEMORY, configuration);
    return caches.first();
  }

  private List<Exception> failures(Future<?>... tasks) throws Exception {
    List<Exception> failures = new ArrayList<>();
    for (Future<?> task : tasks) {
      try {
        crew.join(task);
      } catch (CacheException failure) {
        failures.add(failure);
      }
    }
    return failures;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Calls something and then loads 1 for every key. */
  private static final class NestingLoader implements CacheLoader<String, Integer> {
    private volatile Consumer<List<String>> nested = keys -> {};

    @Override
    public Integer load(String key) {
      nested.accept(List.of(key));
      return 1;
    }

    @Override
    public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
      Map<String, Integer> values = new HashMap<>();
      keys.forEach(key -> values.put(key, 1));
      nested.accept(List.copyOf(values.keySet()));
      return values;
    }
  }

  /** Calls something instead of writing. */
  private static final class NestingWriter implements CacheWriter<String, Integer> {
    private volatile Runnable nested = () -> {};

    @Override
    public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
      nested.run();
    }

    @Override
    public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
      nested.run();
      entries.clear();
    }

    @Override
    public void delete(Object key) {
      nested.run();
    }

    @Override
    public void deleteAll(Collection<?> keys) {
      nested.run();
      keys.clear();
    }
  }
}
