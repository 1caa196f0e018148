package org.cairncache.cdi.advice;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.cache.Cache;
import org.cairncache.freshness.CachedMethod;
import org.jspecify.annotations.Nullable;

/**
 * The cached function of a method, over the open cache: a new one when that was closed and is there
 * again. Thread-safe.
 */
public final class Fresh {
  private final Supplier<@Nullable Cache<Object, Object>> caches;
  private final Function<Cache<Object, Object>, CachedMethod<Object>> make;
  private final Changes changes;
  private final OwnCall own = new OwnCall();
  private volatile @Nullable Bound bound;

  private record Bound(Cache<Object, Object> cache, CachedMethod<Object> method) {}

  /**
   * A function that is made when it is first asked for.
   *
   * @param make binds the function to a cache
   */
  public Fresh(
      Supplier<@Nullable Cache<Object, Object>> caches,
      Function<Cache<Object, Object>, CachedMethod<Object>> make,
      Changes changes) {
    this.caches = caches;
    this.make = make;
    this.changes = changes;
  }

  /** By which injected functions call the method. */
  public OwnCall own() {
    return own;
  }

  /** The function; null if there is no cache and calls go on without it. */
  public @Nullable CachedMethod<Object> get() {
    Bound there = bound;
    return there != null && !there.cache.isClosed() ? there.method : bind();
  }

  private synchronized @Nullable CachedMethod<Object> bind() {
    Bound there = bound;
    if (there != null && !there.cache.isClosed()) {
      return there.method;
    }
    Cache<Object, Object> cache = caches.get();
    if (cache == null) {
      return null;
    }
    Bound next = new Bound(cache, make.apply(cache));
    changes.keepsIn(cache.getName(), next.method, there == null ? null : there.method);
    bound = next;
    return next.method;
  }
}
