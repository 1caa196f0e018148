package org.cairncache.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.cairncache.spi.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * That a server was asked to tell a connection of the keys with one beginning. Thread-safe.
 *
 * @param done completes when it does, exceptionally if it does not
 */
record Arming(CompletableFuture<Void> done, long sentNanos) {
  private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final byte[] PROTOCOL = {'p', 'r', 'o', 't', 'o'};

  /** Asks. Does not block. */
  static Arming send(StatefulRedisConnection<byte[], byte[]> connection, String prefix) {
    AsyncCommand<byte[], byte[], List<Object>> hello = Call.hello().command();
    AsyncCommand<byte[], byte[], String> track = Call.track(prefix).command();
    connection.dispatch(List.of(hello, track));
    CompletableFuture<Void> tracked =
        track
            .toCompletableFuture()
            .handle(
                (ok, failure) -> {
                  if (failure != null && !isThere(failure)) {
                    throw new CompletionException(failure);
                  }
                  return null;
                });
    return new Arming(
        tracked.thenCombine(hello.toCompletableFuture(), (done, facts) -> check(facts)),
        System.nanoTime());
  }

  // The one who asked before this was for the socket that is the present one.
  private static boolean isThere(Throwable failure) {
    return failure instanceof RedisCommandExecutionException
        && String.valueOf(failure.getMessage()).contains("overlaps with an existing prefix");
  }

  // RESP2 has no place for notices among the replies, and Redis would not say that it sends none.
  private static @Nullable Void check(List<Object> facts) {
    List<Object> all = new ArrayList<>(facts);
    for (int i = 0; i + 1 < all.size(); i += 2) {
      if (all.get(i) instanceof byte[] name && Arrays.equals(name, PROTOCOL)) {
        if (Long.valueOf(3).equals(all.get(i + 1))) {
          return null;
        }
        break;
      }
    }
    throw new StoreException("the connection does not speak RESP3");
  }

  /** Whether it is known to have come to nothing and time to ask again. */
  boolean isToBeRepeated(long nowNanos) {
    return done.isCompletedExceptionally() && (!isRefusal() || nowNanos - sentNanos > PERIOD_NANOS);
  }

  // What the server said it says again; what did not reach it may now.
  private boolean isRefusal() {
    return done.handle((ok, failure) -> failure != null && isRefusal(cause(failure))).join();
  }

  /** Whether the server said that it does not, and not only nothing. */
  static boolean isRefusal(Throwable failure) {
    return failure instanceof RedisCommandExecutionException || failure instanceof StoreException;
  }

  /** What failed, without what futures wrap it in. */
  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? cause(failure.getCause())
        : failure;
  }
}
