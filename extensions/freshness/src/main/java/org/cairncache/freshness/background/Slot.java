package org.cairncache.freshness.background;

import org.cairncache.CairnCache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** One entry of a cache, by compare-and-set. Thread-safe. */
record Slot<V>(CairnCache<String, V> cache, String key) {
  /** The entry as the level that decides has it, null if there is none that lives. */
  @Nullable Stored<V> latest() {
    return cache.getStored(key);
  }

  /** As {@link #latest}, but {@code known} itself if that is there still, and then cheaper. */
  @Nullable Stored<V> latest(Stored<V> known) {
    return cache.revalidate(key, known);
  }

  /** Calls this when the store tells that the entry was changed, or that it may have been. */
  Store.Subscription onChange(Runnable changed) {
    return cache.onInvalidation(
        new Store.InvalidationListener<String>() {
          @Override
          public void invalidated(String other) {
            if (other.equals(key)) {
              changed.run();
            }
          }

          @Override
          public void allInvalidated() {
            changed.run();
          }
        });
  }

  /** The epoch of what is there; 0 if nothing is. */
  long epoch() {
    Stored<V> there = latest();
    return there == null ? 0 : there.attributes().fencingEpoch();
  }

  /** Sets what is there if that is still the expected; null is a conflict. */
  @Nullable Stored<V> set(
      @Nullable Stored<V> expected, @Nullable V value, Lifetime lifetime, Attributes attributes) {
    return cache.compareAndSet(key, expected, value, lifetime, attributes);
  }

  /** The present by the clock of the store. */
  long now() {
    return cache.clock().millis();
  }
}
