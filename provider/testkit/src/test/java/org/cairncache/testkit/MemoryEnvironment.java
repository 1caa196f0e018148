package org.cairncache.testkit;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;

/** A manager of its own over the memory store. */
final class MemoryEnvironment implements CacheEnvironment {
  private static final AtomicInteger URIS = new AtomicInteger();

  private CacheManager manager;

  @Override
  public CacheManager open(InstantSource clock) {
    CachingProvider provider = Caching.getCachingProvider("org.cairncache.CairnCachingProvider");
    Properties properties = new Properties();
    properties.put("cairn.clock", requireNonNull(clock));
    manager =
        provider.getCacheManager(
            URI.create("memory:corners-" + URIS.incrementAndGet()),
            provider.getDefaultClassLoader(),
            properties);
    return manager;
  }

  @Override
  public boolean keepsReferences() {
    return true;
  }

  @Override
  public Duration expiryNotice() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void close() {
    manager.close();
  }
}
