package org.cairncache.s3;

import org.cairncache.spi.StoreContext;

/**
 * A bucket that caches share, what it can do, and its clock.
 *
 * @param owned whether the client is closed with it
 * @param deletes whether the store deletes on a condition
 * @param fan for what is done with many objects
 */
record Connection(Bucket bucket, boolean owned, boolean deletes, ServerClock clock, Fan fan)
    implements AutoCloseable {

  /** Sees to it that S3 is there and can do what a cache needs. */
  static Connection open(S3Location location, S3Settings settings, StoreContext<?, ?> context) {
    Bucket bucket = Clients.bucket(location, settings, context);
    boolean owned = settings.client() == null;
    String prefix = location.prefix();
    try {
      Requests requests =
          new Requests(context.cacheName(), settings.requestTimeout(), context.observer());
      boolean deletes = Abilities.canDelete(bucket, requests, context.uri().toString(), prefix);
      ServerClock clock = new ServerClock(() -> bucket.date(prefix + "/~cairn-clock"), context);
      clock.start();
      return new Connection(bucket, owned, deletes, clock, new Fan(settings.parallel()));
    } catch (RuntimeException | Error failure) {
      close(bucket, owned);
      throw failure;
    }
  }

  private static void close(Bucket bucket, boolean owned) {
    if (owned) {
      bucket.client().close();
    }
  }

  @Override
  public void close() {
    clock.close();
    fan.close();
    close(bucket, owned);
  }
}
