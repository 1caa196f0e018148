package org.cairncache.micrometer;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import javax.cache.Cache;
import org.cairncache.CairnConfiguration;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;

/** The gauges, by a server that stops and goes on. */
final class RedisMetersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void circuit_opensAndCloses_isSeen() {
    try (RedisServer redis = RedisServer.start();
        OwnManager manager =
            new OwnManager(redis.uri())
                .with("cairn.command-timeout", "2 s")
                .with("cairn.circuit-failures", "2")) {
      Cache<String, String> cache =
          manager.cache(
              "users",
              CairnConfiguration.builder(String.class, String.class)
                  .observer(CairnMeters.in(registry).store("users"))
                  .build());
      await().atMost(PATIENCE).ignoreExceptions().until(() -> written(cache));
      await().atMost(PATIENCE).until(() -> circuit() == 0);

      redis.kill();
      await().atMost(PATIENCE).until(() -> cache.get("k") == null && circuit() == 1);

      redis.restart();
      await().atMost(PATIENCE).until(() -> circuit() == 0);
      await().atMost(PATIENCE).ignoreExceptions().until(() -> written(cache));
    }
  }

  private static boolean written(Cache<String, String> cache) {
    cache.put("k", "v");
    return true;
  }

  private double circuit() {
    return registry.get("cairn.store.circuit.open").tag("cache", "users").gauge().value();
  }
}
