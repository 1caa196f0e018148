package org.cairncache.freshness.work;

import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import org.cairncache.CairnCache;

/** The caches that can keep the results of functions and of background tasks. */
public final class FunctionCaches {
  private FunctionCaches() {}

  /**
   * The cache as one of Cairn.
   *
   * @throws IllegalArgumentException if it is not, or if its keys are no strings or it writes
   *     through
   */
  @SuppressWarnings("unchecked") // the types are the cache's own
  public static <V> CairnCache<String, V> of(Cache<String, V> cache) {
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
    return cache.unwrap(CairnCache.class);
  }
}
