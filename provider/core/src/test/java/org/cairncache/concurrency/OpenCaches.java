package org.cairncache.concurrency;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.spi.CachingProvider;
import org.cairncache.CairnCachingProvider;

/**
 * One cache, opened by one provider or by several. Several have nothing in common but the store: no
 * lock of the JVM keeps them apart.
 */
final class OpenCaches<K, V> implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final List<CachingProvider> providers = new ArrayList<>();
  private final List<Cache<K, V>> caches = new ArrayList<>();

  private OpenCaches() {}

  /** How a cache is opened. */
  enum Deployment {
    /** In the memory of one provider. */
    MEMORY("memory:concurrency", 1),
    /** By one provider, in a store that lets others go first between any two of its steps. */
    ONE_PROVIDER("shared-memory:concurrency", 1),
    /** By two, in one such store. */
    TWO_PROVIDERS("shared-memory:concurrency", 2);

    private final URI uri;
    private final int providers;

    Deployment(String uri, int providers) {
      this.uri = URI.create(uri);
      this.providers = providers;
    }
  }

  static <K, V> OpenCaches<K, V> open(
      Deployment deployment, CompleteConfiguration<K, V> configuration) {
    return open(deployment, configuration, InstantSource.system());
  }

  static <K, V> OpenCaches<K, V> open(
      Deployment deployment, CompleteConfiguration<K, V> configuration, InstantSource clock) {
    String name = "cache-" + NUMBER.incrementAndGet();
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    OpenCaches<K, V> open = new OpenCaches<>();
    for (int i = 0; i < deployment.providers; i++) {
      CachingProvider provider = new CairnCachingProvider();
      open.providers.add(provider);
      open.caches.add(
          provider
              .getCacheManager(deployment.uri, null, properties)
              .createCache(name, configuration));
    }
    return open;
  }

  /** The cache that this client uses; clients take turns. */
  Cache<K, V> of(int client) {
    return caches.get(client % caches.size());
  }

  /** The cache of the first provider. */
  Cache<K, V> first() {
    return caches.get(0);
  }

  @Override
  public void close() {
    providers.forEach(CachingProvider::close);
  }
}
