package org.cairncache.redis;

import io.lettuce.core.RedisException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;

/** What the caches of one manager are connected to: each place once. Thread-safe. */
final class Connections implements AutoCloseable {
  private final ConcurrentMap<Place, Connection> open = new ConcurrentHashMap<>();

  /** Where and how: with another prefix the rights of the user may be others. */
  private record Place(RedisLocation location, RedisSettings settings) {}

  /**
   * Returns the connection, or connects.
   *
   * @throws StoreException if Redis is not there, or cannot do what it must
   */
  Connection to(RedisLocation location, RedisSettings settings, StoreContext<?, ?> context) {
    try {
      return open.computeIfAbsent(new Place(location, settings), place -> open(place, context));
    } catch (RedisException failure) {
      throw new StoreException(
          "Cache \""
              + context.cacheName()
              + "\": cannot connect to "
              + context.uri()
              + ": "
              + Failures.reason(failure)
              + ". "
              + Advice.on(failure, settings),
          failure);
    }
  }

  // A server that refuses closes the connection as well, and Lettuce may hear of that first. The
  // second time it is the reason that counts, whatever it is.
  private static Connection open(Place place, StoreContext<?, ?> context) {
    try {
      return Connection.open(place.location, place.settings, context);
    } catch (RedisException failure) {
      if (!Failures.isClosedEarly(failure)) {
        throw failure;
      }
      return Connection.open(place.location, place.settings, context);
    }
  }

  @Override
  public void close() {
    List<Thread> closing =
        open.values().stream()
            .map(connection -> new Thread(connection::close, "cairn-redis-close"))
            .toList();
    closing.forEach(Thread::start);
    try {
      for (Thread thread : closing) {
        thread.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
