package org.cairncache.memory;

import org.cairncache.spi.StoreObserver;

/**
 * What a store has had to evict: the observer's word of it, and whether it has begun. Thread-safe.
 */
final class Evictions {
  private final StoreObserver observer;
  private volatile boolean begun;

  Evictions(StoreObserver observer) {
    this.observer = observer;
  }

  void evicted() {
    if (!begun) {
      begun = true;
    }
    observer.evicted(1);
  }

  boolean haveBegun() {
    return begun;
  }
}
