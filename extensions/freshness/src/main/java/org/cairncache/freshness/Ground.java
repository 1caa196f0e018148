package org.cairncache.freshness;

import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What a load begins with. Whatever it brings is kept only if this is still so when it ends.
 *
 * @param <V> the type of the result
 */
sealed interface Ground<V> {
  /** Another process has loaded it meanwhile. */
  record Fresh<V>(Stored<V> entry) implements Ground<V> {}

  /** Another process is loading it, and one is enough. */
  record Busy<V>() implements Ground<V> {}

  /**
   * It is to be loaded.
   *
   * @param token the entry that must still be there; null if the store failed, and nothing is kept
   * @param old an older result, if there is one
   * @param lease what keeps other processes from loading it, if it is not the token
   */
  record Open<V>(@Nullable Stored<V> token, @Nullable Stored<V> old, @Nullable Stored<V> lease)
      implements Ground<V> {}
}
