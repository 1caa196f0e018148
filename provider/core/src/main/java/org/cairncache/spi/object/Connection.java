package org.cairncache.spi.object;

import java.util.function.Supplier;
import org.cairncache.spi.StoreContext;

/**
 * A bucket that caches share, what it can do, and its clock.
 *
 * @param deletes whether objects can be deleted on a condition
 * @param fan for what is done with many objects
 */
record Connection(ObjectBucket bucket, boolean deletes, ServerClock clock, Fan fan)
    implements AutoCloseable {

  /** Sees to it that the service is there and can do what a cache needs. */
  static Connection open(
      ObjectLocation location,
      ObjectLimits limits,
      Supplier<? extends ObjectBucket> make,
      StoreContext<?, ?> context) {
    ObjectBucket bucket = make.get();
    String prefix = location.prefix();
    try {
      Requests requests =
          new Requests(bucket, context.cacheName(), limits.requestTimeout(), context.observer());
      boolean deletes = Abilities.canDelete(bucket, requests, context.uri().toString(), prefix);
      ServerClock clock = new ServerClock(() -> bucket.date(prefix + "/~cairn-clock"), context);
      clock.start();
      Fan fan = new Fan(limits.parallel(), "cairn-" + context.uri().getScheme());
      return new Connection(bucket, deletes, clock, fan);
    } catch (RuntimeException | Error failure) {
      bucket.close();
      throw failure;
    }
  }

  @Override
  public void close() {
    clock.close();
    fan.close();
    bucket.close();
  }
}
