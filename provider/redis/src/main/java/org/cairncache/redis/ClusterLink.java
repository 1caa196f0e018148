package org.cairncache.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.UnknownPartitionException;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The primaries of a Cluster, each with its slots. Thread-safe. */
final class ClusterLink implements Link {
  private static final String NO_NODE = "no node";

  private final StatefulRedisClusterConnection<byte[], byte[]> connection;
  private final Client client;
  private final Circuits circuits;
  private final Confirmations confirmations;
  private volatile boolean listening;

  ClusterLink(
      StatefulRedisClusterConnection<byte[], byte[]> connection, Client client, Circuits circuits) {
    this.connection = connection;
    this.client = client;
    this.circuits = circuits;
    this.confirmations = new Confirmations(client.settings());
  }

  @Override
  public void send(RedisCommand<byte[], byte[], ?> command) {
    connection.dispatch(command);
  }

  // Not as a collection: Lettuce would then wait here for a node that it is not connected to.
  @Override
  public void sendAll(List<? extends RedisCommand<byte[], byte[], ?>> commands) {
    commands.forEach(connection::dispatch);
  }

  @Override
  public CompletableFuture<Long> sendConfirmed(
      byte[] key,
      @Nullable Redirection redirection,
      List<? extends RedisCommand<byte[], byte[], ?>> writes) {
    List<RedisCommand<byte[], byte[], ?>> all = new ArrayList<>(writes);
    if (redirection != null && redirection.asking()) {
      all.add(0, asking()); // holds for the next command only
    }
    return connected(key, redirection)
        .whenComplete(
            (server, failure) -> {
              if (failure != null) {
                all.forEach(command -> command.completeExceptionally(failure));
              }
            })
        .thenCompose(server -> confirmations.send(server, all));
  }

  // Lettuce throws at once if it knows of no such node.
  private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connected(
      byte[] key, @Nullable Redirection redirection) {
    try {
      return redirection == null
          ? confirming(present(key))
          : connection.getConnectionAsync(redirection.host(), redirection.port());
    } catch (RedisException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  // By its id it is another connection than that of the commands, which WAIT then does not hold up.
  // But to Redis what is written over another connection is somebody else's change.
  private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> confirming(
      RedisClusterNode node) {
    return listening ? connected(node) : connection.getConnectionAsync(node.getNodeId());
  }

  // By its address, as Lettuce itself does.
  private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connected(
      RedisClusterNode node) {
    try {
      return connection.getConnectionAsync(node.getUri().getHost(), node.getUri().getPort());
    } catch (RedisException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  @Override
  public List<CompletableFuture<StatefulRedisConnection<byte[], byte[]>>> primaries() {
    listening = true;
    return connection.getPartitions().stream()
        .filter(node -> node.is(NodeFlag.UPSTREAM) && !node.is(NodeFlag.FAIL))
        .map(this::connected)
        .toList();
  }

  private RedisClusterNode present(byte[] key) {
    RedisClusterNode node = node(key);
    if (node == null) {
      throw new UnknownPartitionException("No node has the slot " + SlotHash.getSlot(key));
    }
    return node;
  }

  private static RedisCommand<byte[], byte[], ?> asking() {
    return new AsyncCommand<>(
        new Command<>(
            CommandType.ASKING,
            new StatusOutput<>(ByteArrayCodec.INSTANCE),
            new CommandArgs<>(ByteArrayCodec.INSTANCE)));
  }

  /** Lettuce follows by itself, but for commands that are sent together. */
  @Override
  public @Nullable Redirection redirection(RedisCommandExecutionException refusal) {
    Redirection redirection = Redirection.of(refusal.getMessage());
    if (redirection != null && !redirection.asking()) {
      client.refreshTopology();
    }
    return redirection;
  }

  @Override
  public <N extends Named> Collection<List<N>> groups(List<N> keys) {
    Map<Integer, List<N>> bySlot = new TreeMap<>();
    for (N key : keys) {
      bySlot.computeIfAbsent(SlotHash.getSlot(key.name()), slot -> new ArrayList<>()).add(key);
    }
    return bySlot.values();
  }

  @Override
  public Circuit circuit(byte[] key) {
    return circuits.of(server(key), Server::new);
  }

  @Override
  public String server(byte[] key) {
    RedisClusterNode node = node(key);
    return node == null ? NO_NODE : node.getNodeId();
  }

  private @Nullable RedisClusterNode node(byte[] key) {
    return connection.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
  }

  @Override
  public RedisClusterAsyncCommands<byte[], byte[]> async() {
    return connection.async();
  }

  @Override
  public void lost() {
    client.refreshTopology();
  }

  @Override
  public void reconnect() {
    client.refreshTopology();
  }

  @Override
  public void close() {
    client.close(connection);
  }

  /** A node, by its id; where a slot has none, any answer will do. */
  private final class Server implements Circuit.Server {
    private final String node;

    Server(String node) {
      this.node = node;
    }

    @Override
    public CompletableFuture<?> ping() {
      if (!node.equals(NO_NODE) && connection.getPartitions().getPartitionByNodeId(node) == null) {
        return CompletableFuture.completedFuture("left the cluster, so nobody asks it any more");
      }
      CompletableFuture<String> answer =
          node.equals(NO_NODE)
              ? connection.async().ping().toCompletableFuture()
              : connection
                  .getConnectionAsync(node)
                  .thenCompose(server -> server.async().ping().toCompletableFuture());
      return answer.orTimeout(client.answerMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void silent() {
      client.refreshTopology();
    }
  }
}
