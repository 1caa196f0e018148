package org.cairncache.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.protocol.RedisCommand;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One server, or the primary that the sentinels name. Thread-safe. */
final class SingleLink implements Link {
  private static final String NAME = "the server";

  private final StatefulRedisConnection<byte[], byte[]> connection;
  private final Client client;
  private final Circuit circuit;
  private final Confirmations confirmations;

  SingleLink(StatefulRedisConnection<byte[], byte[]> connection, Client client, Circuits circuits) {
    this.connection = connection;
    this.client = client;
    this.circuit = circuits.of(NAME, name -> new Server());
    this.confirmations = new Confirmations(client.settings());
  }

  @Override
  public void send(RedisCommand<byte[], byte[], ?> command) {
    connection.dispatch(command);
  }

  @Override
  public void sendAll(List<? extends RedisCommand<byte[], byte[], ?>> commands) {
    connection.dispatch(commands);
  }

  @Override
  public CompletableFuture<Long> sendConfirmed(
      byte[] key,
      @Nullable Redirection redirection,
      List<? extends RedisCommand<byte[], byte[], ?>> writes) {
    return confirmations.send(connection, writes);
  }

  @Override
  public <N extends Named> Collection<List<N>> groups(List<N> keys) {
    return List.of(keys);
  }

  @Override
  public String server(byte[] key) {
    return NAME;
  }

  @Override
  public Circuit circuit(byte[] key) {
    return circuit;
  }

  @Override
  public List<CompletableFuture<StatefulRedisConnection<byte[], byte[]>>> primaries() {
    return List.of(CompletableFuture.completedFuture(connection));
  }

  @Override
  public RedisClusterAsyncCommands<byte[], byte[]> async() {
    return connection.async();
  }

  @Override
  public void reconnect() {
    client.disconnect();
  }

  @Override
  public void close() {
    client.close(connection);
  }

  private final class Server implements Circuit.Server {
    @Override
    public CompletableFuture<?> ping() {
      return connection
          .async()
          .ping()
          .toCompletableFuture()
          .orTimeout(client.answerMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void silent() {
      reconnect(); // a host that is gone says nothing, and the next primary is another
    }
  }
}
