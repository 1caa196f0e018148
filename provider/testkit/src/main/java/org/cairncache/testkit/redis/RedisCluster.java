package org.cairncache.testkit.redis;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis Cluster on loopback: three primaries, each with a third of the slots, and a replica of
 * each. A primary that does not answer for 2 s is failed over by the nodes themselves; while its
 * slots are not served the others are. Thread-safe.
 */
public final class RedisCluster implements AutoCloseable {
  private static final int PRIMARIES = 3;
  private static final int SLOTS = 16_384;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static @Nullable RedisCluster shared; // guarded by the class

  private final List<RedisServer> nodes;

  private RedisCluster(List<RedisServer> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /**
   * The one cluster of this JVM for tests that break nothing, started now if it is not yet; it ends
   * with the JVM and must not be closed. Slots may have moved from one primary to another.
   */
  public static synchronized RedisCluster shared() {
    if (shared == null) {
      RedisCluster started = start();
      // A machine that is busy for a moment must not cost a primary here.
      started.nodes.forEach(node -> node.command("CONFIG", "SET", "cluster-node-timeout", "30000"));
      shared = started;
    }
    return shared;
  }

  /**
   * Starts a cluster and returns when all its nodes agree that it is whole.
   *
   * @param settings lines of {@code redis.conf} for every node
   */
  public static RedisCluster start(String... settings) {
    List<RedisServer> nodes = new ArrayList<>();
    try {
      String[] lines =
          Stream.concat(
                  Stream.of(
                      "cluster-enabled yes",
                      "cluster-config-file nodes.conf",
                      "cluster-node-timeout 2000",
                      "cluster-replica-validity-factor 0",
                      "cluster-require-full-coverage no"),
                  Arrays.stream(settings))
              .toArray(String[]::new);
      for (int i = 0; i < 2 * PRIMARIES; i++) {
        nodes.add(RedisServer.start(lines));
      }
      RedisCluster cluster = new RedisCluster(nodes);
      cluster.join();
      return cluster;
    } catch (RuntimeException | Error failure) {
      nodes.forEach(RedisServer::close);
      throw failure;
    }
  }

  private void join() {
    for (int i = 0; i < PRIMARIES; i++) {
      int from = i * SLOTS / PRIMARIES;
      int to = (i + 1) * SLOTS / PRIMARIES;
      Stream<String> slots = IntStream.range(from, to).mapToObj(Integer::toString);
      nodes
          .get(i)
          .command(Stream.concat(Stream.of("CLUSTER", "ADDSLOTS"), slots).toArray(String[]::new));
      nodes.get(i).command("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
    }
    RedisServer first = nodes.get(0);
    for (RedisServer node : nodes.subList(1, nodes.size())) {
      first.command("CLUSTER", "MEET", node.host(), Integer.toString(node.port()));
    }
    await("each node of the cluster knows the others")
        .atMost(LIMIT)
        .until(() -> nodes.stream().allMatch(node -> ClusterView.of(node).isComplete(nodes)));
    for (int i = 0; i < PRIMARIES; i++) {
      String primary = nodes.get(i).command("CLUSTER", "MYID").text();
      nodes.get(PRIMARIES + i).command("CLUSTER", "REPLICATE", primary);
    }
    awaitHealthy();
  }

  /** The nodes, whatever state they are in; the first three were the primaries at the start. */
  public List<RedisServer> nodes() {
    return nodes;
  }

  /** Where clients connect. */
  public URI uri() {
    return URI.create(
        "redis-cluster://"
            + nodes.stream()
                .map(node -> node.host() + ":" + node.port())
                .collect(Collectors.joining(",")));
  }

  /**
   * The primary that has the slot of the key, as the nodes see it that run.
   *
   * @throws IllegalStateException if none of them that runs says that it has
   */
  public RedisServer primaryOf(String key) {
    int slot =
        (int)
            nodes.stream()
                .filter(RedisServer::isRunning)
                .findFirst()
                .orElseThrow()
                .command("CLUSTER", "KEYSLOT", key)
                .number();
    return nodes.stream()
        .filter(node -> node.isRunning() && ClusterView.of(node).ownSlots().get(slot))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody serves slot " + slot));
  }

  /** Returns when the slot of the key is served by a node that runs; at most after 60 s. */
  public RedisServer awaitPrimaryOf(String key) {
    return await("a primary for " + key)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> primaryOf(key), Objects::nonNull);
  }

  /**
   * Returns when every node runs, sees a whole cluster and who is a replica, and all are linked.
   */
  public void awaitHealthy() {
    await("a healthy cluster")
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> nodes.stream().allMatch(RedisCluster::isHealthy));
  }

  private static boolean isHealthy(RedisServer node) {
    ClusterView view = ClusterView.of(node);
    String replication = node.command("INFO", "replication").text();
    return node.command("CLUSTER", "INFO").text().contains("cluster_state:ok")
        && view.slots().cardinality() == SLOTS
        && view.replicas().size() == PRIMARIES
        && (replication.contains("master_link_status:up")
            || replication.contains("connected_slaves:1"));
  }

  /** Deletes all keys of all primaries. */
  public void flushAll() {
    for (RedisServer node : nodes) {
      if (node.isRunning() && node.command("ROLE").items().get(0).text().equals("master")) {
        node.flushAll();
      }
    }
  }

  @Override
  public void close() {
    nodes.forEach(RedisServer::close);
  }

  @Override
  public String toString() {
    return "RedisCluster[" + uri() + "]";
  }
}
