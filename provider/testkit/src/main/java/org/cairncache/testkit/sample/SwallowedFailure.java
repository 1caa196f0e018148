package org.cairncache.testkit.sample;

import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** {@link Fault#SWALLOWED_FAILURE}. */
final class SwallowedFailure<K, V> extends SampleStore<K, V> {
  SwallowedFailure(SampleMedium medium, StoreContext<K, V> context) {
    super(medium, context);
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    try {
      return super.getLatest(key);
    } catch (StoreException swallowed) {
      return null;
    }
  }

  @Override
  boolean exchange(Operation operation, K key, @Nullable Stored<V> expected, Change change) {
    try {
      return super.exchange(operation, key, expected, change);
    } catch (StoreException swallowed) {
      return false;
    }
  }
}
