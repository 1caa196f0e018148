package org.cairncache.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.RedisCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks by WAIT how many replicas have what was written over one connection, until that is lost.
 *
 * <p>WAIT speaks of all that its connection wrote before, and holds up all that comes after. So
 * only one is under way at a time; what is written meanwhile is confirmed by the next. Where
 * replicas are gone, a command then waits for one WAIT and not for one of each write before it.
 * Thread-safe.
 */
final class Confirmer implements RedisConnectionStateListener {
  private final StatefulRedisConnection<byte[], byte[]> connection;
  private final RedisSettings settings;
  private final Consumer<StatefulRedisConnection<byte[], byte[]>> atEnd;
  private List<CompletableFuture<Long>> written = new ArrayList<>();
  private boolean underWay;
  private boolean lost;

  /**
   * For a connection that is made.
   *
   * @param settings say for how many replicas and how long it waits
   * @param atEnd told when the connection is lost, though it may be made anew
   */
  Confirmer(
      StatefulRedisConnection<byte[], byte[]> connection,
      RedisSettings settings,
      Consumer<StatefulRedisConnection<byte[], byte[]>> atEnd) {
    this.connection = connection;
    this.settings = settings;
    this.atEnd = atEnd;
    connection.addListener(this);
  }

  /** Sends writes, and tells how many replicas have them. */
  synchronized CompletableFuture<Long> send(
      List<? extends RedisCommand<byte[], byte[], ?>> writes) {
    CompletableFuture<Long> confirmed = new CompletableFuture<>();
    if (lost) {
      connection.dispatch(writes);
      confirmed.completeExceptionally(lostConnection());
      return confirmed;
    }
    written.add(confirmed);
    if (underWay) {
      connection.dispatch(writes);
    } else {
      List<RedisCommand<byte[], byte[], ?>> commands = new ArrayList<>(writes);
      commands.add(nextWait());
      connection.dispatch(commands);
    }
    return confirmed;
  }

  private AsyncCommand<byte[], byte[], Long> nextWait() {
    List<CompletableFuture<Long>> covered = written;
    written = new ArrayList<>();
    underWay = true;
    AsyncCommand<byte[], byte[], Long> waiting =
        Call.await(settings.waitReplicas(), settings.waitTimeout().toMillis()).command();
    var unused = waiting.whenComplete((count, failure) -> ended(covered, count, failure));
    return waiting;
  }

  private synchronized void ended(
      List<CompletableFuture<Long>> covered, @Nullable Long count, @Nullable Throwable failure) {
    underWay = false;
    if (lost) {
      fail(covered);
    } else if (count == null) {
      covered.forEach(one -> one.completeExceptionally(failure));
    } else {
      covered.forEach(one -> one.complete(count));
    }
    if (!written.isEmpty()) {
      connection.dispatch(nextWait());
    }
  }

  @Override
  public synchronized void onRedisDisconnected(RedisChannelHandler<?, ?> disconnected) {
    lost = true;
    fail(written);
    written = new ArrayList<>();
    connection.removeListener(this);
    atEnd.accept(connection);
  }

  private static void fail(List<CompletableFuture<Long>> waiting) {
    waiting.forEach(one -> one.completeExceptionally(lostConnection()));
  }

  private static RedisConnectionException lostConnection() {
    return new RedisConnectionException("The connection was lost before replicas confirmed");
  }
}
