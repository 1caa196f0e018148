package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import org.cairncache.CairnConfiguration;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lock or the lease of a key keeps the source and the cache together, whoever writes. */
class WriteThroughTest {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 300;
  private static final int CALLS = 10;
  private static final List<String> KEYS = List.of("a", "b", "c");

  private final MapWriter source = new MapWriter();

  @ParameterizedTest
  @EnumSource
  void changes_manyClients_sourceEqualsCache(Deployment deployment) throws Exception {
    try (var caches = OpenCaches.open(deployment, configuration().build());
        Crew crew = new Crew(CLIENTS)) {
      for (int i = 0; i < ROUNDS; i++) {
        History history = new History(() -> 0);
        AtomicInteger values = new AtomicInteger();
        crew.together(
            CLIENTS,
            member ->
                change(
                    caches.of(member),
                    new Client(member, caches.of(member), history, values, true)));
        assertThat(source.written()).isEqualTo(content(caches.first()));
      }
    }
  }

  /** Without a lease the source follows as long as keys are not removed. */
  @Test
  void changes_atLeastOnceAndNothingRemoved_sourceEqualsCache() throws Exception {
    var atLeastOnce = configuration().set(Settings.WRITE_THROUGH, "at-least-once").build();
    try (var caches = OpenCaches.open(Deployment.TWO_PROVIDERS, atLeastOnce);
        Crew crew = new Crew(CLIENTS)) {
      AtomicInteger values = new AtomicInteger();
      for (int i = 0; i < ROUNDS; i++) {
        crew.together(CLIENTS, member -> write(caches.of(member), values));
        assertThat(source.written()).isEqualTo(content(caches.first()));
      }
    }
  }

  private CairnConfiguration.Builder<String, Integer> configuration() {
    return CairnConfiguration.builder(String.class, Integer.class).writeThrough(() -> source);
  }

  private static Map<String, Integer> content(Cache<String, Integer> cache) {
    Map<String, Integer> content = new HashMap<>();
    cache.forEach(entry -> content.put(entry.getKey(), entry.getValue()));
    return content;
  }

  private static void change(Cache<String, Integer> cache, Client client) {
    for (int i = 0; i < CALLS; i++) {
      client.callOnce(KEYS);
    }
    cache.putAll(Map.of("c", 3, "b", 2, "a", 1));
    client.callOnce(KEYS);
    cache.removeAll(Set.of("a", "c"));
    client.callOnce(KEYS);
  }

  private static void write(Cache<String, Integer> cache, AtomicInteger values) {
    for (int i = 0; i < CALLS; i++) {
      String key = KEYS.get(ThreadLocalRandom.current().nextInt(KEYS.size()));
      int value = values.incrementAndGet();
      switch (ThreadLocalRandom.current().nextInt(6)) {
        case 0 -> cache.put(key, value);
        case 1 -> cache.putIfAbsent(key, value);
        case 2 -> cache.replace(key, value - 1, value);
        case 3 -> cache.getAndReplace(key, value);
        case 4 -> cache.putAll(Map.of("c", value, "b", value, "a", value));
        default -> cache.invoke(key, WriteThroughTest::setIfEven, value);
      }
    }
  }

  private static Void setIfEven(
      javax.cache.processor.MutableEntry<String, Integer> entry, Object... arguments) {
    if (!entry.exists() || entry.getValue() % 2 == 0) {
      entry.setValue((Integer) arguments[0]);
    }
    return null;
  }
}
