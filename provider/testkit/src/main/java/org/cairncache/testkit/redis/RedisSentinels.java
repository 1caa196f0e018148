package org.cairncache.testkit.redis;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A primary with one replica on loopback, and three sentinels that fail it over when it does not
 * answer for 1 s. Thread-safe.
 */
public final class RedisSentinels implements AutoCloseable {
  /** What the sentinels call the primary. */
  public static final String NAME = "cairn";

  private static final int SENTINELS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<RedisServer> servers;
  private final List<RedisServer> sentinels;

  private RedisSentinels(List<RedisServer> servers, List<RedisServer> sentinels) {
    this.servers = List.copyOf(servers);
    this.sentinels = List.copyOf(sentinels);
  }

  /**
   * Starts all of them and returns when the sentinels know each other and the replica.
   *
   * @param settings lines of {@code redis.conf} for the servers that hold data
   */
  public static RedisSentinels start(String... settings) {
    List<RedisServer> servers = new ArrayList<>();
    List<RedisServer> sentinels = new ArrayList<>();
    try {
      RedisServer primary = RedisServer.start(settings);
      servers.add(primary);
      RedisServer replica = RedisServer.start(settings);
      servers.add(replica);
      follow(replica, primary);
      awaitLink(replica);
      for (int i = 0; i < SENTINELS; i++) {
        sentinels.add(RedisServer.start(Configuration.sentinel(watching(primary))));
      }
      RedisSentinels all = new RedisSentinels(servers, sentinels);
      all.awaitHealthy();
      return all;
    } catch (RuntimeException | Error failure) {
      servers.forEach(RedisServer::close);
      sentinels.forEach(RedisServer::close);
      throw failure;
    }
  }

  private static List<String> watching(RedisServer primary) {
    return List.of(
        "sentinel monitor " + NAME + " " + primary.host() + " " + primary.port() + " 2",
        "sentinel auth-user " + NAME + " " + Configuration.USER,
        "sentinel auth-pass " + NAME + " " + Configuration.PASSWORD,
        "sentinel down-after-milliseconds " + NAME + " 1000",
        "sentinel failover-timeout " + NAME + " 4000");
  }

  private static void follow(RedisServer replica, RedisServer primary) {
    replica.command("REPLICAOF", primary.host(), Integer.toString(primary.port()));
  }

  private static void awaitLink(RedisServer replica) {
    await("a linked replica")
        .atMost(LIMIT)
        .until(
            () -> replica.command("INFO", "replication").text().contains("master_link_status:up"));
  }

  /** Where clients connect. */
  public URI uri() {
    return URI.create(
        "redis-sentinel://"
            + sentinels.stream()
                .map(sentinel -> sentinel.host() + ":" + sentinel.port())
                .collect(Collectors.joining(","))
            + "/0#"
            + NAME);
  }

  /** The servers that hold data, whatever state they are in. */
  public List<RedisServer> servers() {
    return servers;
  }

  /** The one that the sentinels name; while they fail over, still the old one. */
  public RedisServer primary() {
    List<String> address =
        sentinels.get(0).command("SENTINEL", "GET-MASTER-ADDR-BY-NAME", NAME).texts();
    int port = Integer.parseInt(address.get(1));
    return servers.stream().filter(server -> server.port() == port).findFirst().orElseThrow();
  }

  /** Returns when another than this is primary and says so itself; at most after 60 s. */
  public RedisServer awaitPromotion(RedisServer old) {
    await("a promotion")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> primary() != old && isPrimary(primary()));
    return primary();
  }

  private static boolean isPrimary(RedisServer server) {
    return server.command("ROLE").items().get(0).text().equals("master");
  }

  /** Starts a server again that was killed, as a replica of the primary, and waits for its link. */
  public void restartAsReplica(RedisServer server) {
    server.restart();
    follow(server, primary());
    awaitLink(server);
  }

  /** Returns when each sentinel knows the others, the replica, and that all of them are up. */
  public void awaitHealthy() {
    await("healthy sentinels")
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> sentinels.stream().allMatch(RedisSentinels::seesAll));
  }

  private static boolean seesAll(RedisServer sentinel) {
    List<String> facts = sentinel.command("SENTINEL", "MASTER", NAME).texts();
    return fact(facts, "num-other-sentinels").equals(Integer.toString(SENTINELS - 1))
        && fact(facts, "num-slaves").equals("1")
        && fact(facts, "flags").equals("master");
  }

  private static String fact(List<String> facts, String name) {
    int at = facts.indexOf(name);
    return at < 0 ? "" : facts.get(at + 1);
  }

  @Override
  public void close() {
    sentinels.forEach(RedisServer::close);
    servers.forEach(RedisServer::close);
  }

  @Override
  public String toString() {
    return "RedisSentinels[" + uri() + "]";
  }
}
