package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that does not answer is asked a few times, and then not until it does. */
final class CircuitTest {
  private final ProxiedRedis redis = new ProxiedRedis();
  private final List<Boolean> news = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failures = new AtomicInteger();
  private final StoreObserver observer =
      new StoreObserver() {
        @Override
        public void circuitOpen(boolean open) {
          news.add(open);
        }

        @Override
        public void failed(Operation operation, long nanos, Throwable cause) {
          failures.incrementAndGet();
        }
      };
  private final OwnManager manager =
      new OwnManager(redis.uri())
          .with("cairn.command-timeout", "200 ms")
          .with("cairn.circuit-failures", "3");

  @AfterEach
  void close() {
    manager.close();
    redis.close();
  }

  private Cache<String, String> cache(String name) {
    return manager.cache(
        name, CairnConfiguration.builder(String.class, String.class).observer(observer).build());
  }

  @Test
  void stalledServer_opensAfterSoManyFailuresAndSendsNothingMore() {
    Cache<String, String> cache = cache("c");
    cache.put("k", "v");
    redis.proxy().stall();
    for (int i = 0; i < 3; i++) {
      assertThat(cache.get("k")).isNull(); // a read fails open
    }
    assertThat(news).containsExactly(true);

    assertThat(failures).hasValue(3);

    redis.proxy().resetCounters();
    for (int i = 0; i < 50; i++) {
      assertThat(cache.get("k")).isNull();
      assertThatThrownBy(() -> cache.put("k", "w"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("circuit open");
      assertThatThrownBy(() -> cache.putIfAbsent("k", "w")).isInstanceOf(StoreException.class);
    }
    assertThat(redis.proxy().commands()).doesNotContain("GET", "SET", "EVALSHA");
    assertThat(failures).hasValue(3); // what was refused was no request

    redis.proxy().heal();
    await().untilAsserted(() -> assertThat(news).containsExactly(true, false));
    assertThat(cache.get("k")).isEqualTo("v");
  }

  @Test
  void resetConnection_nextCallSucceeds() {
    Cache<String, String> cache = manager.with("cairn.command-timeout", "5 s").cache("c");
    cache.put("k", "v");
    for (int i = 0; i < 5; i++) {
      redis.proxy().resetConnections();
      await().until(() -> "v".equals(cache.get("k")));
    }
  }

  @Test
  void killedServer_isUsedAgainWhenItIsBack() {
    try (RedisServer server = RedisServer.start();
        OwnManager other = new OwnManager(server.uri())) {
      Cache<String, String> cache = other.cache("c");
      cache.put("k", "v");
      server.kill();
      assertThatThrownBy(() -> cache.put("k", "w")).isInstanceOf(StoreException.class);
      assertThat(cache.get("k")).isNull();
      server.restart();
      await()
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                cache.put("k", "w");
                assertThat(cache.get("k")).isEqualTo("w");
              });
    }
  }
}
