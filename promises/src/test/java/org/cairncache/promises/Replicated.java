package org.cairncache.promises;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.cairncache.testkit.redis.RedisCluster;
import org.cairncache.testkit.redis.RedisSentinels;
import org.cairncache.testkit.redis.RedisServer;

/** Servers with replicas that take over by themselves. */
sealed interface Replicated extends AutoCloseable {
  /** Where clients connect. */
  URI uri();

  /** All that hold data. */
  List<RedisServer> servers();

  /** Who has the key, by its name in Redis. */
  RedisServer primary(String key);

  /** Whether this server says that it has the key and is no replica. */
  boolean isPromoted(RedisServer server, String key);

  /** Starts a server again that was killed, and returns when it follows the one that took over. */
  void restore(RedisServer server);

  /** Ends all servers. */
  @Override
  void close();

  /** Returns when another server than the killed one says itself that it has the key. */
  default void awaitPromotion(RedisServer killed, String key) {
    await("a promotion")
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .ignoreExceptions()
        .until(
            () ->
                servers().stream().anyMatch(server -> server != killed && isPromoted(server, key)));
  }

  private static boolean isPrimary(RedisServer server) {
    return server.command("ROLE").items().get(0).text().equals("master");
  }

  /** A Cluster. */
  record OfCluster(RedisCluster cluster) implements Replicated {
    @Override
    public URI uri() {
      return cluster.uri();
    }

    @Override
    public List<RedisServer> servers() {
      return cluster.nodes();
    }

    @Override
    public RedisServer primary(String key) {
      return cluster.primaryOf(key);
    }

    @Override
    public boolean isPromoted(RedisServer server, String key) {
      return isPrimary(server) && cluster.primaryOf(key) == server;
    }

    @Override
    public void restore(RedisServer server) {
      server.restart();
      cluster.awaitHealthy();
    }

    @Override
    public void close() {
      cluster.close();
    }
  }

  /** A primary and its replica under Sentinel. */
  record OfSentinels(RedisSentinels sentinels) implements Replicated {
    @Override
    public URI uri() {
      return sentinels.uri();
    }

    @Override
    public List<RedisServer> servers() {
      return sentinels.servers();
    }

    @Override
    public RedisServer primary(String key) {
      return sentinels.primary();
    }

    @Override
    public boolean isPromoted(RedisServer server, String key) {
      return isPrimary(server);
    }

    @Override
    public void restore(RedisServer server) {
      sentinels.awaitPromotion(server);
      sentinels.restartAsReplica(server);
      sentinels.awaitHealthy();
    }

    @Override
    public void close() {
      sentinels.close();
    }
  }
}
