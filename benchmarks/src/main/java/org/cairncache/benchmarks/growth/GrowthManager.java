package org.cairncache.benchmarks.growth;

import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import org.cairncache.CairnCachingProvider;
import org.jspecify.annotations.Nullable;

/** A manager whose time can be moved on, where its provider is Cairn. */
final class GrowthManager implements AutoCloseable {
  private static final URI OWN = URI.create("memory:growth");
  private static final Duration LONG = Duration.ofHours(2);

  private final ShiftedClock clock = new ShiftedClock();
  private final CacheManager manager;

  GrowthManager(String provider) {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    boolean cairn = provider.equals(CairnCachingProvider.class.getName());
    @Nullable URI uri = cairn ? OWN : null;
    manager = Caching.getCachingProvider(provider).getCacheManager(uri, null, properties);
  }

  <K, V> Cache<K, V> create(String name, Configuration<K, V> configuration) {
    return manager.createCache(name, configuration);
  }

  <K, V> Cache<K, V> get(String name) {
    return manager.getCache(name);
  }

  void destroy(String name) {
    manager.destroyCache(name);
  }

  /** Lets all deadlines pass. */
  void letExpire() {
    clock.shift(LONG);
  }

  /** Takes that back for what is written from now on. */
  void backToNow() {
    clock.shift(Duration.ZERO);
  }

  @Override
  public void close() {
    manager.close();
  }
}
