package org.cairncache.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.protocol.RedisCommand;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the servers of one place, over which commands go without waiting for each
 * other's answers. Thread-safe.
 */
interface Link extends AutoCloseable {
  /** Sends a command, which fails by itself if it cannot be sent. */
  void send(RedisCommand<byte[], byte[], ?> command);

  /** Sends many, those for one server in this order. */
  void sendAll(List<? extends RedisCommand<byte[], byte[], ?>> commands);

  /**
   * Sends writes over one connection, in this order, to the server that has the key or that a
   * redirection names, and to no other should the key have moved.
   *
   * @return how many replicas have what they wrote
   */
  CompletableFuture<Long> sendConfirmed(
      byte[] key,
      @Nullable Redirection redirection,
      List<? extends RedisCommand<byte[], byte[], ?>> writes);

  /** Where a refused command is to be sent; null if it was refused for another reason. */
  default @Nullable Redirection redirection(RedisCommandExecutionException refusal) {
    return null;
  }

  /** Parts the keys into groups that one command may name. */
  <N extends Named> Collection<List<N>> groups(List<N> keys);

  /** The name of the server that has the key. */
  String server(byte[] key);

  /** The circuit to the server that has the key. */
  Circuit circuit(byte[] key);

  /**
   * The connections that {@link #send} uses, each to one server that takes writes; one that is not
   * there yet is made. Once they were asked for, what is confirmed goes over them as well. Does not
   * block.
   */
  List<CompletableFuture<StatefulRedisConnection<byte[], byte[]>>> primaries();

  /** What Lettuce itself sends, to the servers that it is for. */
  RedisClusterAsyncCommands<byte[], byte[]> async();

  /** The next of the keys, on all servers that have some. */
  default CompletableFuture<KeyScanCursor<byte[]>> scan(ScanCursor cursor, ScanArgs arguments) {
    return async().scan(cursor, arguments).toCompletableFuture();
  }

  /** The clock of a server: seconds and microseconds, in decimal. */
  default CompletableFuture<List<byte[]>> time() {
    return async().time().toCompletableFuture();
  }

  /** A server is not connected: another may have taken its place. Does not block. */
  default void lost() {}

  /** Drops what is connected, for it to connect anew: the server is no longer the right one. */
  void reconnect();

  /** Ends the connection and, unless the application made it, the client; within 4 s. */
  @Override
  void close();
}
