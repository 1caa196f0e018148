package org.cairncache.freshness.background;

/**
 * Hears what a background task does: the seam for metrics. Called on the threads of the task, so it
 * must be fast and must not block; what it throws is logged and goes no further. Every method does
 * nothing by default. Keys and values are never passed. Thread-safe.
 */
public interface BackgroundObserver {
  /** Hears nothing. */
  BackgroundObserver NONE = new BackgroundObserver() {};

  /** How a refresh ended. */
  enum Result {
    /** There is a new value. */
    SUCCESS,
    /** The source or the store failed, or took too long; the old value stays until it expires. */
    FAILURE,
    /** Another process writes by now, so what was loaded was not kept. */
    FENCED,
    /** There was no thread. */
    PUT_OFF
  }

  /** How a look into the store ended. */
  enum Pull {
    /** There was a new value. */
    CHANGED,
    /** The mirror has what is there. */
    UNCHANGED,
    /** There was nothing. */
    MISSING,
    /** The store failed. */
    FAILURE,
    /** There was no thread. */
    PUT_OFF
  }

  /** A task that writes was built. */
  default void writes(WriteTask<?> task) {}

  /** A mirror was built. */
  default void reads(Mirror<?> mirror) {}

  /** A refresh ended after so many nanoseconds. */
  default void refreshed(Result result, long nanos) {}

  /** This process is the one that writes, from now on, in this epoch. */
  default void led(long epoch) {}

  /** It is not any more. */
  default void lost(long epoch) {}

  /** A mirror looked into the store, for so many nanoseconds. */
  default void pulled(Pull result, long nanos) {}

  /** The store failed; the task tries again. */
  default void storeFailed(Throwable cause) {}

  /** The task has ended by itself: its cache was closed, or its scheduler shut down. */
  default void ended(String why) {}
}
