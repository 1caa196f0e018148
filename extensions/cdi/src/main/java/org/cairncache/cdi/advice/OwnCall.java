package org.cairncache.cdi.advice;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Tells the calls of a method that Cairn makes from those of the application. Thread-safe. */
public final class OwnCall {
  private final ThreadLocal<@Nullable Boolean> next = new ThreadLocal<>();

  /**
   * Makes a call that is not to be answered from the cache.
   *
   * @throws Exception what it threw
   */
  public <T> T make(Callable<T> call) throws Exception {
    next.set(true);
    try {
      return call.call();
    } finally {
      next.remove();
    }
  }

  /** Whether this is the call that is being made; those that it makes itself are not. */
  boolean isThis() {
    if (next.get() == null) {
      return false;
    }
    next.remove();
    return true;
  }
}
