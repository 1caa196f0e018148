package org.cairncache.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushListener;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.protocol.AsyncCommand;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server to tell one connection of changed keys (CLIENT TRACKING), which it forgets with the
 * socket. What this connection itself changes is not told, but by scripts. Thread-safe.
 */
final class Tracking implements PushListener, RedisConnectionStateListener {
  private static final String TYPE = "invalidate";

  private final StatefulRedisConnection<byte[], byte[]> connection;
  private final Hearer hearer;
  private final long silenceNanos;
  private final Map<String, Arming> asked = new HashMap<>(); // guarded by this
  private @Nullable CompletableFuture<String> ping; // guarded by this
  private long pingNanos; // guarded by this

  /** Who is told. No method may block. */
  interface Hearer {
    /** The connection was made anew, and hears nothing yet. */
    void connected(Tracking tracking);

    /** Redis tells of the keys with this beginning from now on, and may not have told before. */
    void armed(String prefix);

    /** Redis does not tell of them. */
    void refused(Throwable failure);

    /** These keys were changed. */
    void changed(List<byte[]> keys);

    /** Anything may have been changed. */
    void allChanged();
  }

  /**
   * For a connection that is made.
   *
   * @param silence how long the answer to a PING may take
   */
  Tracking(StatefulRedisConnection<byte[], byte[]> connection, Hearer hearer, Duration silence) {
    this.connection = connection;
    this.hearer = hearer;
    this.silenceNanos = silence.toNanos();
    connection.addListener((PushListener) this);
    connection.addListener((RedisConnectionStateListener) this);
  }

  /**
   * Asks for the keys that begin so, unless that was done since the connection was made. Completes
   * when Redis tells of them, exceptionally if it does not.
   */
  CompletableFuture<Void> arm(String prefix) {
    Arming arming;
    synchronized (this) {
      Arming before = asked.get(prefix);
      if (before != null && !before.isToBeRepeated(System.nanoTime())) {
        return before.done();
      }
      arming = Arming.send(connection, prefix);
      asked.put(prefix, arming);
    }
    var unused =
        arming
            .done()
            .whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    hearer.armed(prefix);
                  } else {
                    hearer.refused(Arming.cause(failure));
                  }
                });
    return arming.done();
  }

  boolean isConnected() {
    return connection.isOpen();
  }

  /** Whether the server owes an answer for too long; asks it for the next one if it does not. */
  synchronized boolean isSilent() {
    CompletableFuture<String> last = ping;
    if (last != null && !last.isDone()) {
      return System.nanoTime() - pingNanos > silenceNanos;
    }
    AsyncCommand<byte[], byte[], String> next = Call.ping().command();
    ping = next.toCompletableFuture();
    pingNanos = System.nanoTime();
    connection.dispatch(next);
    return false;
  }

  @Override
  public void onRedisConnected(RedisChannelHandler<?, ?> connected, SocketAddress address) {
    synchronized (this) {
      asked.clear();
    }
    hearer.connected(this);
  }

  @Override
  public void onPushMessage(PushMessage message) {
    if (!TYPE.equals(message.getType())) {
      return;
    }
    List<Object> content = message.getContent(Tracking::bytes);
    if (content.size() > 1 && content.get(1) instanceof List<?> keys) {
      hearer.changed(keys.stream().map(byte[].class::cast).toList());
    } else {
      hearer.allChanged(); // a null, after FLUSHALL or FLUSHDB
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** Hears no more, and has Redis tell no more. */
  synchronized void close() {
    connection.removeListener((PushListener) this);
    connection.removeListener((RedisConnectionStateListener) this);
    if (!asked.isEmpty() && connection.isOpen()) {
      connection.dispatch(Call.trackNothing().command());
    }
  }
}
