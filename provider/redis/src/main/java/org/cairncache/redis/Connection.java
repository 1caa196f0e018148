package org.cairncache.redis;

import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;

/**
 * A connection that caches share, the circuits to its servers, their clock and their notices.
 *
 * @param settings what they agree in
 */
record Connection(
    Link link, Circuits circuits, ServerClock clock, Notices notices, RedisSettings settings)
    implements AutoCloseable {

  /** Connects and sees to it that Redis can do what a cache needs. */
  static Connection open(
      RedisLocation location, RedisSettings settings, StoreContext<?, ?> context) {
    Circuits circuits =
        new Circuits(context.uri().toString(), settings.circuitFailures(), context.scheduler());
    Link link = Client.connect(location, settings, circuits);
    try {
      ServerClock clock = new ServerClock(link, circuits, context);
      Connection connection =
          new Connection(link, circuits, clock, new Notices(link, settings, context), settings);
      Abilities.check(connection, location.prefix(), context);
      clock.start();
      return connection;
    } catch (RuntimeException | Error failure) {
      link.close();
      throw failure;
    }
  }

  /** Tells the cache's observer from now on, beginning with what is known. */
  void add(StoreObserver observer) {
    circuits.add(observer);
    observer.clockOffset(clock.measured());
  }

  void remove(StoreObserver observer) {
    circuits.remove(observer);
  }

  @Override
  public void close() {
    notices.close();
    clock.close();
    link.close();
  }
}
