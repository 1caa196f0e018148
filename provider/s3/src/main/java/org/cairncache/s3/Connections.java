package org.cairncache.s3;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;

/** What the caches of one manager are connected to: each place once. Thread-safe. */
final class Connections implements AutoCloseable {
  private final ConcurrentMap<Place, Connection> open = new ConcurrentHashMap<>();

  /** Where and how: with another prefix the rights of the access key may be others. */
  private record Place(S3Location location, S3Settings settings) {}

  /**
   * Returns the connection, or makes it.
   *
   * @throws StoreException if S3 is not there, or cannot do what it must
   */
  Connection to(S3Location location, S3Settings settings, StoreContext<?, ?> context) {
    return open.computeIfAbsent(
        new Place(location, settings),
        place -> Connection.open(place.location, place.settings, context));
  }

  /** Does not wait for requests that are under way: their connections end with it. */
  @Override
  public void close() {
    open.values().forEach(Connection::close);
  }
}
