package org.cairncache.freshness;

import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import org.cairncache.CairnCache;

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
  @SuppressWarnings("unchecked") // the types are the cache's own
  public static <V> CachedBuilder<V> of(Cache<String, V> cache) {
    CompleteConfiguration<String, V> configuration =
        cache.getConfiguration(CompleteConfiguration.class);
    if (configuration.isWriteThrough()) {
      throw new IllegalArgumentException(
          "The cache \""
              + cache.getName()
              + "\" writes through, so every result would be written to the source it came from:"
              + " use a cache without a writer");
    }
    if (!configuration.getKeyType().isAssignableFrom(String.class)) {
      throw new IllegalArgumentException(
          "The cache \""
              + cache.getName()
              + "\" has keys of "
              + configuration.getKeyType().getName()
              + "; the keys of a function are of type String");
    }
    return new CachedBuilder<>(cache.unwrap(CairnCache.class));
  }
}
