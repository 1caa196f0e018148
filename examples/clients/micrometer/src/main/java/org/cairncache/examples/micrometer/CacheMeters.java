package org.cairncache.examples.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.JCacheMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Comparator;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;

/** Uses the cache that {@code cairn.conf} declares, and prints the meters that came of it. */
public final class CacheMeters {
  private static final int ENTRIES = 1_000;

  private CacheMeters() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    try (CachingProvider provider =
            Caching.getCachingProvider("org.cairncache.CairnCachingProvider");
        CacheManager manager = provider.getCacheManager()) {
      MeterRegistry registry = new SimpleMeterRegistry();
      Cache<Integer, String> recent = manager.getCache("recent", Integer.class, String.class);
      JCacheMetrics.monitor(registry, recent, "application", "example");
      use(recent);
      registry.getMeters().stream()
          .sorted(Comparator.comparing(CacheMeters::name))
          .forEach(CacheMeters::print);
    }
  }

  /** Puts ten times as many entries as there is room for, and asks for all of them. */
  static void use(Cache<Integer, String> cache) {
    for (int key = 0; key < ENTRIES; key++) {
      cache.put(key, "value " + key);
    }
    for (int key = 0; key < ENTRIES; key++) {
      cache.get(key);
    }
    cache.put(0, "put again");
    cache.remove(0);
  }

  private static void print(Meter meter) {
    System.out.printf("%-28s %8.0f%n", name(meter), meter.measure().iterator().next().getValue());
  }

  private static String name(Meter meter) {
    String result = meter.getId().getTag("result");
    return meter.getId().getName() + (result == null ? "" : "{result=" + result + "}");
  }
}
