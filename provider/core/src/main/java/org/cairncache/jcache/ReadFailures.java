package org.cairncache.jcache;

import org.cairncache.spi.StoreException;
import org.cairncache.spi.Warnings;

/**
 * What becomes of a read whose store fails: a miss with a warning at most once a minute, or the
 * failure itself. Operations that change or compare never ask: a made-up answer would be believed.
 * Thread-safe.
 */
final class ReadFailures {
  private final String cacheName;
  private final boolean open;
  private final Warnings warnings = new Warnings(ReadFailures.class);

  private ReadFailures(String cacheName, boolean open) {
    this.cacheName = cacheName;
    this.open = open;
  }

  /** Reads of this cache fail open, or they throw. */
  static ReadFailures of(String cacheName, boolean open) {
    return new ReadFailures(cacheName, open);
  }

  /** Reads throw whatever the cache is configured with. */
  ReadFailures closed() {
    return new ReadFailures(cacheName, false);
  }

  /** Returns if the read is to go on as if nothing were there. */
  void tolerate(StoreException failure) {
    if (!open) {
      throw failure;
    }
    warnings.failed(
        "Cache \"" + cacheName + "\": its store fails, so reads are misses (fail-open)", failure);
  }
}
