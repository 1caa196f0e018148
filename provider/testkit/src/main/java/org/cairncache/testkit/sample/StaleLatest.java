package org.cairncache.testkit.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** {@link Fault#STALE_LATEST}. */
final class StaleLatest<K, V> extends SampleStore<K, V> {
  private final Map<K, Stored<V>> seen = new ConcurrentHashMap<>();

  StaleLatest(SampleMedium medium, StoreContext<K, V> context) {
    super(medium, context);
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    Stored<V> known = seen.get(key);
    if (known != null) {
      return known;
    }
    Stored<V> latest = super.getLatest(key);
    if (latest != null) {
      seen.put(key, latest);
    }
    return latest;
  }

  @Override
  boolean exchange(Operation operation, K key, @Nullable Stored<V> expected, Change change) {
    seen.remove(key);
    return super.exchange(operation, key, expected, change);
  }
}
