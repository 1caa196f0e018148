package org.cairncache.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** A number or a weight of entries at the most: Caffeine. Thread-safe. */
final class BoundedStore<K, V> extends MemoryStore<K, V> {
  private final Cache<K, Object> cache;
  private final Policy<K, Object> policy;

  BoundedStore(Cache<K, Object> cache) {
    super(cache.asMap());
    this.cache = cache;
    this.policy = cache.policy();
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    return BareEntry.entryOf(cache.getIfPresent(key));
  }

  // A call that looks and then writes is one use of the entry, which the write tells of.
  @Override
  public @Nullable Stored<V> getLatest(K key) {
    return BareEntry.entryOf(peek(key));
  }

  @Override
  public void accessed(K key) {
    var unused = cache.getIfPresent(key);
  }

  @Override
  public @Nullable V getValue(K key, Access<K, V> access) {
    return valueOf(key, cache.getIfPresent(key), access);
  }

  // No reason to keep an entry any longer.
  @Override
  @Nullable Object peek(K key) {
    return policy.getIfPresentQuietly(key);
  }
}
