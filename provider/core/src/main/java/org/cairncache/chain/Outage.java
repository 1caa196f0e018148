package org.cairncache.chain;

import org.cairncache.spi.StoreException;
import org.cairncache.spi.Warnings;

/**
 * What a near level does while the level under it fails: it serves what it has, though it may no
 * longer go by it, unless reads are to throw; and it keeps that. Thread-safe.
 */
final class Outage {
  private final Position position;
  private final boolean failOpen;
  private final Warnings warnings = new Warnings(ChainStore.class);
  private volatile boolean lasts;

  /**
   * For one level.
   *
   * @param failOpen whether reads go on while the level under it fails
   */
  Outage(Position position, boolean failOpen) {
    this.position = position;
    this.failOpen = failOpen;
  }

  /** The level under it failed. */
  void began() {
    if (!lasts) {
      lasts = true;
    }
  }

  /** It answered. */
  void ended() {
    if (lasts) {
      lasts = false;
    }
  }

  /** Whether the level under it failed when it was last asked. */
  boolean lasts() {
    return lasts;
  }

  /**
   * Returns if a read of many may go on with what the near level has.
   *
   * @throws StoreException the failure, if it may not
   */
  void tolerate(StoreException failure) {
    if (!failOpen) {
      throw failure;
    }
    warnings.failed(
        position + ": the level under it fails, so it serves what it has, and the rest are misses",
        failure);
  }
}
