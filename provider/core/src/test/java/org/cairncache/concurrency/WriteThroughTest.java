package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where one provider writes, its lock for the key keeps the source and the cache together. */
class WriteThroughTest {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 300;
  private static final int CALLS = 10;
  private static final List<String> KEYS = List.of("a", "b", "c");

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "ONE_PROVIDER"})
  void changes_manyClients_sourceEqualsCache(Deployment deployment) throws Exception {
    MapWriter source = new MapWriter();
    MutableConfiguration<String, Integer> configuration =
        new MutableConfiguration<String, Integer>()
            .setTypes(String.class, Integer.class)
            .setWriteThrough(true)
            .setCacheWriterFactory(() -> source);
    try (var caches = OpenCaches.open(deployment, configuration);
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
        Map<String, Integer> cached = new HashMap<>();
        caches.first().forEach(entry -> cached.put(entry.getKey(), entry.getValue()));
        assertThat(source.written()).isEqualTo(cached);
      }
    }
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
}
