package org.cairncache.benchmarks.paired;

import java.util.HashMap;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import org.cairncache.CairnConfiguration;

/** A cache that loads what it does not have: what was not loaded was there. Not thread-safe. */
final class ReadThroughLookups implements Lookups {
  private static final String CACHE = "read-through";

  private final CacheManager manager;
  private final Cache<Object, Object> cache;
  private final Loads loads = new Loads();

  private ReadThroughLookups(
      CacheManager manager, CompleteConfiguration<Object, Object> configuration) {
    this.manager = manager;
    var standard =
        new MutableConfiguration<>(configuration)
            .setReadThrough(true)
            .setCacheLoaderFactory(() -> loads);
    manager.destroyCache(CACHE);
    this.cache =
        manager.createCache(
            CACHE, ((CairnConfiguration<Object, Object>) configuration).withStandard(standard));
  }

  static Lookups open(JCacheSubject subject, CacheShape shape, int entries) {
    return new ReadThroughLookups(
        Caching.getCachingProvider(subject.provider()).getCacheManager(),
        (CompleteConfiguration<Object, Object>) subject.dialect().configuration(shape, entries));
  }

  @Override
  public boolean hit(Object key) {
    long before = loads.count;
    Object unused = cache.get(key);
    return loads.count == before;
  }

  @Override
  public void close() {
    manager.destroyCache(CACHE);
  }

  private static final class Loads implements CacheLoader<Object, Object> {
    private long count;

    @Override
    public Object load(Object key) {
      count++;
      return key;
    }

    @Override
    public Map<Object, Object> loadAll(Iterable<?> keys) {
      var values = new HashMap<Object, Object>();
      keys.forEach(key -> values.put(key, load(key)));
      return values;
    }
  }
}
