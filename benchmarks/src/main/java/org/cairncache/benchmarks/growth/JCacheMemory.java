package org.cairncache.benchmarks.growth;

import java.util.Iterator;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.CairnConfiguration;
import org.cairncache.benchmarks.paired.CacheShape;
import org.jspecify.annotations.Nullable;

/** A provider's cache on the heap. */
record JCacheMemory(GrowthManager manager, Cache<Object, Object> cache, boolean sweeps)
    implements MemoryCache {
  private static final String NAME = "growth";

  static JCacheMemory open(Medium medium, String provider, int entries) {
    GrowthManager manager = new GrowthManager(provider);
    MutableConfiguration<Object, Object> standard =
        new MutableConfiguration<>().setStoreByValue(false);
    boolean expires = medium == Medium.CAIRN_CREATED;
    if (expires) {
      standard.setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR));
    }
    CompleteConfiguration<Object, Object> configuration =
        medium == Medium.CAIRN_FIT
            ? CairnConfiguration.builder(standard)
                .maximumSize(CacheShape.capacityFor(entries))
                .build()
            : standard;
    return new JCacheMemory(manager, manager.create(NAME, configuration), expires);
  }

  @Override
  public void put(Object key, Object value) {
    cache.put(key, value);
  }

  @Override
  public @Nullable Object get(Object key) {
    return cache.get(key);
  }

  @Override
  public Iterator<?> iterator() {
    return cache.iterator();
  }

  @Override
  public void clear() {
    cache.clear();
  }

  @Override
  public @Nullable Sweep sweep(int entries) {
    return sweeps ? Sweep.of(cache, manager, entries) : null;
  }

  @Override
  public void close() {
    cache.close();
    manager.close();
  }
}
