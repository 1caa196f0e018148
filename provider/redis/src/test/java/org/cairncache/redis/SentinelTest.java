package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisSentinels;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Caches on the primary that sentinels name. */
final class SentinelTest {
  private static RedisSentinels sentinels;

  private OwnManager manager = manager("#" + RedisSentinels.NAME);

  @BeforeAll
  static void start() {
    sentinels = RedisSentinels.start();
  }

  @AfterAll
  static void end() {
    sentinels.close();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static OwnManager manager(String primary) {
    String nodes = sentinels.uri().toString().replaceFirst("#.*", "");
    return new OwnManager(URI.create(nodes + "?prefix=test" + primary))
        .with("cairn.command-timeout", "5 s");
  }

  @Test
  void cache_keepsItsEntriesOnThePrimary() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertThat(cache.replace("k", "v", "w")).isTrue();
    assertThat(cache.get("k")).isEqualTo("w");
    assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("k");
    byte[] key = new RedisKeys("test", "c").of("k");
    assertThat(
            sentinels.primary().command("EXISTS".getBytes(StandardCharsets.US_ASCII), key).number())
        .isOne();
    manager.destroy("c");
    assertThat(sentinels.primary().command("DBSIZE").number()).isZero();
  }

  @Test
  void cache_primaryDies_goesOnAtTheNextWithWhatReplicasConfirmed() {
    OwnManager confirmed = manager.with("cairn.wait-replicas", "1");
    Cache<String, String> cache =
        await() // a fail-over of another test may have left the replica behind
            .atMost(Duration.ofSeconds(20))
            .ignoreExceptionsInstanceOf(CacheException.class)
            .until(() -> confirmed.cache("c"), Objects::nonNull);
    cache.put("k", "v");
    RedisServer old = sentinels.primary();

    old.kill();
    RedisServer next = sentinels.awaitPromotion(old);
    sentinels.restartAsReplica(old); // or nobody could confirm a write

    await() // a replace that no replica confirmed in time has thrown, and may have been done
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(CacheException.class)
        .until(() -> cache.replace("k", "v", "w") || cache.replace("k", "w", "w"));
    byte[] key = new RedisKeys("test", "c").of("k");
    assertThat(next.command("EXISTS".getBytes(StandardCharsets.US_ASCII), key).number()).isOne();
    assertThat(cache.get("k")).isEqualTo("w");
    manager.destroy("c");
  }

  @Test
  void notices_primaryDies_tellsAllAndThenComeFromTheNext() {
    Heard heard = new Heard();
    String nodes = sentinels.uri().toString().replaceFirst("#.*", "");
    try (RedisProcess process =
        new RedisProcess(URI.create(nodes + "?prefix=test#" + RedisSentinels.NAME))) {
      process.open().onInvalidation(heard);
      RedisServer old = sentinels.primary();
      old.kill();
      RedisServer next = sentinels.awaitPromotion(old);

      heard.await(Heard.ALL);
      heard.awaitHearing("k", () -> next.command("SET", "test:c:k", "by another"));
      sentinels.restartAsReplica(old);
    }
  }

  @Test
  void cache_primaryThatTheSentinelsDoNotKnow_isRefusedWithItsName() {
    manager.close();
    manager = manager("#nobody");
    assertThatThrownBy(() -> manager.cache("c"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("nobody");
  }
}
