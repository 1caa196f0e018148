package org.cairncache.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.cache.Cache;
import org.cairncache.CairnConfiguration;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;

/** The gauges, by a server that stops and goes on. */
final class RedisMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void circuit_opensAndCloses_isSeen() {
    try (RedisServer redis = RedisServer.start();
        OwnManager manager =
            new OwnManager(redis.uri())
                .with("cairn.command-timeout", "200 ms")
                .with("cairn.circuit-failures", "2")) {
      Cache<String, String> cache =
          manager.cache(
              "users",
              CairnConfiguration.builder(String.class, String.class)
                  .observer(CairnMeters.in(registry).store("users"))
                  .build());
      cache.put("k", "v");
      assertThat(circuit()).isZero();

      redis.pause();
      await().until(() -> cache.get("k") == null && circuit() == 1);

      redis.resume();
      await().until(() -> circuit() == 0);
      await().until(() -> "v".equals(cache.get("k")));
    }
  }

  private double circuit() {
    return registry.get("cairn.store.circuit.open").tag("cache", "users").gauge().value();
  }
}
