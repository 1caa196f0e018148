package org.cairncache.cdi.advice;

import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** Passes on what methods threw. */
final class Thrown {
  private Thrown() {}

  /** To be thrown by the caller; an error is thrown here. */
  static Exception itself(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof Exception exception
        ? exception
        : new CacheException("The method threw what is neither exception nor error", thrown);
  }
}
