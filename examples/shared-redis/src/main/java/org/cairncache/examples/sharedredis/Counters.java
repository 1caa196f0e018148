package org.cairncache.examples.sharedredis;

import java.net.URI;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/** Counters in Redis, shared by all processes that open them. Thread-safe. */
final class Counters implements AutoCloseable {
  private final CachingProvider provider;
  private final CacheManager manager;
  private final Cache<String, Long> counters;

  private Counters(CachingProvider provider, CacheManager manager) {
    this.provider = provider;
    this.manager = manager;
    this.counters =
        manager.createCache(
            "counters",
            new MutableConfiguration<String, Long>().setTypes(String.class, Long.class));
  }

  /** Opens the counters in a Redis, {@code redis://host:port}. */
  static Counters in(URI redis) {
    CachingProvider provider = Caching.getCachingProvider();
    return new Counters(provider, provider.getCacheManager(redis, null));
  }

  /** Adds one, however many others do so at the same time. */
  void increment(String name) {
    counters.invoke(
        name,
        (entry, arguments) -> {
          entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
          return null;
        });
  }

  void set(String name, long value) {
    counters.put(name, value);
  }

  /** What it counts; null if it never did, or if the cache cannot say. */
  @Nullable Long get(String name) {
    return counters.get(name);
  }

  @Override
  public void close() {
    manager.close();
    provider.close();
  }
}
