package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import java.net.URI;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.Redis;
import org.cairncache.testkit.redis.RedisCluster;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that the application made. */
final class OwnClientTest {
  private final Redis redis = Redis.shared();
  private final RedisClient client = RedisClient.create(redis.uri().toString());
  private final OwnManager manager =
      new OwnManager(URI.create("redis://elsewhere/0?prefix=own")).with("cairn.client", client);

  @BeforeEach
  void flush() {
    redis.flushAll();
  }

  @AfterEach
  void close() {
    manager.close();
    client.shutdown();
  }

  @Test
  void cache_clientRejectsCommands_usesItAndLeavesItOpen() {
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .build());
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertThat(cache.get("k")).isEqualTo("v");
    assertThat(redis.command("EXISTS", "own:c:k").number()).isOne();

    manager.close();
    try (var connection = client.connect()) {
      assertThat(connection.sync().ping()).isEqualTo("PONG");
    }
  }

  @Test
  void cache_clientReplaysCommands_isRefusedWithWhatToSet() {
    assertThatThrownBy(() -> manager.cache("c"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("REJECT_COMMANDS");
  }

  @Test
  void cache_clusterClientRejectsCommands_usesItAndLeavesItOpen() {
    RedisCluster cluster = RedisCluster.shared();
    RedisServer first = cluster.nodes().get(0);
    RedisClusterClient own = RedisClusterClient.create(RedisURI.create(first.host(), first.port()));
    try {
      own.setOptions(
          ClusterClientOptions.builder()
              .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
              .build());
      Cache<String, String> cache = manager.with("cairn.client", own).cache("c");
      cache.put("k", "v");
      assertThat(cache.get("k")).isEqualTo("v");
      assertThat(cluster.primaryOf("own:c:k").command("EXISTS", "own:c:k").number()).isOne();

      manager.close();
      try (var connection = own.connect()) {
        assertThat(connection.sync().ping()).isEqualTo("PONG");
      }
    } finally {
      own.shutdown();
    }
  }
}
