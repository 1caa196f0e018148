package org.cairncache.spi;

import java.time.Duration;

/**
 * Hears what happens inside a store: the seam for statistics, metrics and logs. Called on the
 * thread of the operation, so it must be fast, must not block and must not throw. Every method does
 * nothing by default. Keys and values are never passed. Thread-safe.
 */
public interface StoreObserver {
  /** Hears nothing. */
  StoreObserver NONE = new StoreObserver() {};

  /** What a store was asked to do. */
  enum Operation {
    GET,
    PUT,
    REPLACE,
    REMOVE,
    TOUCH,
    KEYS,
    CLEAR
  }

  /** Entries were dropped to keep within the bounds of the store. */
  default void evicted(int entries) {}

  /** A request to the medium ended well after so many nanoseconds. */
  default void succeeded(Operation operation, long nanos) {}

  /** A request to the medium failed after so many nanoseconds. */
  default void failed(Operation operation, long nanos, Throwable cause) {}

  /** An entry could not be decoded and is treated as a miss. */
  default void unreadable(Operation operation) {}

  /** A write was spared: the value is there already, and at most its deadline moved. */
  default void unchanged(Operation operation) {}

  /** The clock of the store is ahead of ours by so much; negative if it is behind. */
  default void clockOffset(Duration offset) {}

  /** The circuit to the medium opened (true: requests are refused at once) or closed. */
  default void circuitOpen(boolean open) {}

  /**
   * A read was answered by this level of a chain, 0 being the nearest; once for each key. Not
   * called where there are no levels, nor for a miss.
   */
  default void answered(int level) {}

  /**
   * A near level answered a read with what it may no longer go by, because the levels under it
   * failed.
   *
   * @param age since that was last known to be right
   */
  default void answeredLate(int level, Duration age) {}
}
