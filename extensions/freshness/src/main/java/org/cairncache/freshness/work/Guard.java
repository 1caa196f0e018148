package org.cairncache.freshness.work;

import org.cairncache.spi.Warnings;

/** Keeps from calls and tasks what an observer throws. Thread-safe. */
public final class Guard {
  private static final Warnings WARNINGS = new Warnings(Guard.class);

  private Guard() {}

  /** Tells an observer something; what it throws is logged and goes no further. */
  public static void tell(Object observer, Runnable what) {
    try {
      what.run();
    } catch (RuntimeException | LinkageError failure) {
      WARNINGS.failed(
          "The observer " + observer.getClass().getName() + " throws; it must not", failure);
    }
  }
}
