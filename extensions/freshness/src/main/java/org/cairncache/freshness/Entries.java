package org.cairncache.freshness;

import java.time.InstantSource;
import javax.cache.CacheException;
import org.cairncache.CairnCache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a function's cache, and what becomes of a call when the store fails: it goes on
 * without the store, or fails. Thread-safe.
 */
final class Entries<V> {
  private static final Warnings WARNINGS = new Warnings(Entries.class);

  private final CairnCache<String, V> cache;
  private final boolean failOpen;
  private final CachedObserver observer;

  Entries(CairnCache<String, V> cache, boolean failOpen, CachedObserver observer) {
    this.cache = cache;
    this.failOpen = failOpen;
    this.observer = observer;
  }

  String cacheName() {
    return cache.getName();
  }

  InstantSource clock() {
    return cache.clock();
  }

  /** The entry as a get finds it; null if there is none, or the store fails. */
  @Nullable Stored<V> find(String key) {
    try {
      return cache.findStored(key);
    } catch (CacheException failure) {
      tolerate(failure);
      return null;
    }
  }

  /** The entry as the level that decides has it, not past its deadline. */
  @Nullable Stored<V> latest(String key) {
    return cache.getStored(key);
  }

  /** Compares and sets; null says that the value is null. */
  @Nullable Stored<V> replace(
      String key,
      @Nullable Stored<V> expected,
      @Nullable V value,
      Lifetime lifetime,
      Attributes attributes) {
    return cache.compareAndSet(key, expected, value, lifetime, attributes);
  }

  /** Whatever the failure policy is: nobody may believe that it is gone while it is not. */
  void remove(String key) {
    cache.remove(key);
  }

  void clear() {
    cache.clear();
  }

  /** The value as a caller may have it. */
  @Nullable V valueOf(Stored<V> entry) {
    return entry.isNull() ? null : cache.copy(entry.value());
  }

  /** Goes on without the store, or throws. */
  void tolerate(CacheException failure) {
    if (!failOpen) {
      observer.storeFailed(failure);
      throw failure;
    }
    storeFailed(failure);
  }

  /** Goes on in any case. */
  void storeFailed(CacheException failure) {
    observer.storeFailed(failure);
    WARNINGS.failed(
        "Cache \"" + cache.getName() + "\": the store fails, so functions do without it", failure);
  }
}
