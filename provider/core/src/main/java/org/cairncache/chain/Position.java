package org.cairncache.chain;

import java.time.Duration;
import org.cairncache.spi.StoreObserver;

/**
 * Where in a chain a near level is. Immutable.
 *
 * @param level 0 for the nearest
 * @param observer of the cache
 */
record Position(String cacheName, int level, StoreObserver observer) {
  /** The level has answered a read. */
  void answered() {
    observer.answered(level);
  }

  /** So has the last level, which is under this one. */
  void lastAnswered() {
    observer.answered(level + 1);
  }

  void answeredLate(Duration age) {
    observer.answeredLate(level, age);
  }

  @Override
  public String toString() {
    return "Cache \"" + cacheName + "\", level " + level;
  }
}
