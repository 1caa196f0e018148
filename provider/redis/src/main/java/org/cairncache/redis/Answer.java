package org.cairncache.redis;

import org.cairncache.spi.StoreException;
import org.jspecify.annotations.Nullable;

/** What came of one command. */
sealed interface Answer<T> {
  /** What Redis said; null where it has nothing. */
  record Value<T>(@Nullable T value) implements Answer<T> {}

  /** Redis refused, or did not answer ({@link UnansweredException}). */
  record Failed<T>(StoreException failure) implements Answer<T> {}

  /**
   * The value.
   *
   * @throws StoreException if there is none
   */
  default @Nullable T get() {
    if (this instanceof Failed<T> failed) {
      throw failed.failure;
    }
    return ((Value<T>) this).value;
  }
}
