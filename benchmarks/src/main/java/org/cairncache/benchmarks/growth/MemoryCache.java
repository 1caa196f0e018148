package org.cairncache.benchmarks.growth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Iterator;
import java.util.function.IntFunction;
import org.cairncache.benchmarks.paired.CacheShape;
import org.jspecify.annotations.Nullable;

/** A cache on the heap, by reference. */
interface MemoryCache extends AutoCloseable {
  void put(Object key, Object value);

  @Nullable Object get(Object key);

  Iterator<?> iterator();

  void clear();

  /** Lets all entries expire and waits; null where nothing sweeps. */
  default @Nullable Sweep sweep(int entries) {
    return null;
  }

  @Override
  void close();

  /** What makes caches of that kind for so many entries. */
  static IntFunction<MemoryCache> maker(Medium medium, String provider) {
    return switch (medium) {
      case RAW -> entries -> new Raw(Caffeine.newBuilder().build());
      case RAW_FIT ->
          entries ->
              new Raw(Caffeine.newBuilder().maximumSize(CacheShape.capacityFor(entries)).build());
      default -> entries -> JCacheMemory.open(medium, provider, entries);
    };
  }

  /** Caffeine through its own interface. */
  record Raw(Cache<Object, Object> cache) implements MemoryCache {
    @Override
    public void put(Object key, Object value) {
      cache.put(key, value);
    }

    @Override
    public @Nullable Object get(Object key) {
      return cache.getIfPresent(key);
    }

    @Override
    public Iterator<?> iterator() {
      return cache.asMap().entrySet().iterator();
    }

    @Override
    public void clear() {
      cache.invalidateAll();
    }

    @Override
    public void close() {
      cache.invalidateAll();
    }
  }
}
