package org.cairncache.benchmarks.paired;

import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;

/**
 * A JSR-107 provider, through {@code javax.cache.Cache}.
 *
 * @param provider the class name of its {@code CachingProvider}
 */
record JCacheSubject(String id, String label, String provider, Dialect dialect) implements Subject {
  private static final String CACHE = "benchmark";

  @Override
  public String artifact() {
    return Subject.artifactOf(Caching.getCachingProvider(provider).getClass());
  }

  @Override
  public OpenCache open(CacheShape shape, int entries) {
    CacheManager manager = Caching.getCachingProvider(provider).getCacheManager();
    manager.destroyCache(CACHE);
    Cache<Object, Object> cache = manager.createCache(CACHE, dialect.configuration(shape, entries));
    Runnable closer = () -> manager.destroyCache(CACHE);
    return shape.function()
        ? dialect.function(cache, closer)
        : new OpenCache(cache, cache::put, closer);
  }

  @Override
  public Class<? extends Loop> loopFor(Operation operation) {
    return operation.onJCache();
  }
}
