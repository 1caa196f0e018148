package org.cairncache.chain;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What a level and those under it have of a key.
 *
 * @param entry null if there is none
 * @param goodUntilMillis until when a level above may go by it, by the clock of this process
 */
record Reading<V>(@Nullable Stored<V> entry, long goodUntilMillis) {
  private static final long LATE = 0;

  /** From the level that decides. */
  static <V> Reading<V> latest(@Nullable Stored<V> entry) {
    return new Reading<>(entry, Lifetime.NEVER);
  }

  /** From a level that may no longer go by it: for this caller alone. */
  static <V> Reading<V> late(Stored<V> entry) {
    return new Reading<>(entry, LATE);
  }

  boolean isLate() {
    return goodUntilMillis == LATE;
  }
}
