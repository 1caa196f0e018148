package org.cairncache.freshness;

import javax.cache.Cache;
import org.cairncache.freshness.work.FunctionCaches;

/**
 * Functions whose results are cached, in any cache of Cairn:
 *
 * <pre>{@code
 * Cached1<Integer, User> user =
 *     Cached.of(cache).key("user:{id}").ttl(ofMinutes(5)).stale(ofMinutes(1)).build(repo::find);
 * user.get(42);
 * user.invalidate(42);
 * }</pre>
 */
public final class Cached {
  private Cached() {}

  /**
   * Begins a function whose results lie in this cache. Everybody who uses the cache sees them: a
   * plain {@code get} finds a result until it is neither fresh nor may be served stale, and a plain
   * {@code put} is a result that is fresh until it expires.
   *
   * @param cache of Cairn, with keys of type String (or untyped), without a writer
   * @throws IllegalArgumentException if it is not such a cache
   */
  public static <V> CachedBuilder<V> of(Cache<String, V> cache) {
    return new CachedBuilder<>(FunctionCaches.of(cache));
  }
}
