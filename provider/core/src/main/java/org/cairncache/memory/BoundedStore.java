package org.cairncache.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import java.util.concurrent.ThreadLocalRandom;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A number or a weight of entries at the most: Caffeine.
 *
 * <p>To tell Caffeine of a read costs several times what finding the entry does, and it wants to
 * know for the day when it must evict. Until that has come a part of the reads tells enough
 * (decision 29). Thread-safe.
 */
final class BoundedStore<K, V> extends MemoryStore<K, V> {
  private static final int TOLD_ONE_IN = 4;

  private final Cache<K, Object> cache;
  private final Policy<K, Object> policy;
  private final Evictions evictions;

  BoundedStore(Cache<K, Object> cache, Evictions evictions) {
    super(cache.asMap());
    this.cache = cache;
    this.policy = cache.policy();
    this.evictions = evictions;
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    return BareEntry.entryOf(cache.getIfPresent(key));
  }

  @Override
  public @Nullable V getValue(K key, Access<K, V> access) {
    return valueOf(key, isTold() ? cache.getIfPresent(key) : peek(key), access);
  }

  private boolean isTold() {
    return evictions.haveBegun() || ThreadLocalRandom.current().nextInt(TOLD_ONE_IN) == 0;
  }

  // No reason to keep an entry any longer.
  @Override
  @Nullable Object peek(K key) {
    return policy.getIfPresentQuietly(key);
  }
}
