package org.cairncache.examples.writerreader;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.net.URI;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.cairncache.freshness.Cached0;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteTask;

/** A value in Redis that one process writes and all read. Thread-safe. */
final class Rates implements AutoCloseable {
  static final Duration LEASE = ofSeconds(3);
  static final Duration EVERY = ofSeconds(1);
  private static final String KEY = "rates";

  private final CachingProvider provider;
  private final CacheManager manager;
  private final Cache<String, String> cache;

  private Rates(CachingProvider provider, CacheManager manager) {
    this.provider = provider;
    this.manager = manager;
    this.cache =
        manager.createCache(
            "rates",
            new MutableConfiguration<String, String>().setTypes(String.class, String.class));
  }

  /** Opens it in a Redis, {@code redis://host:port}. */
  static Rates in(URI redis) {
    CachingProvider provider = Caching.getCachingProvider();
    return new Rates(provider, provider.getCacheManager(redis, null));
  }

  /** Writes it while this process is the one that writes, and stands by otherwise. */
  WriteTask<String> write(Cached0.Loader<String> source, BackgroundObserver observer) {
    return Background.write(cache)
        .key(KEY)
        .every(EVERY)
        .ttl(ofMinutes(1)) // longer than it takes anybody to take over
        .lease(LEASE)
        .observer(observer)
        .build(source);
  }

  /** Has what was written last at hand. */
  Mirror<String> read() {
    return Background.read(cache).key(KEY).every(EVERY).build();
  }

  @Override
  public void close() {
    manager.close();
    provider.close();
  }
}
