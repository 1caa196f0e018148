package org.cairncache.benchmarks.footprint;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.benchmarks.paired.LiveHeap;

/**
 * Makes empty caches in one manager and prints what that took: nanoseconds, bytes of live heap, and
 * threads. The manager and one more cache are there before; only the threads count from before
 * them.
 */
final class ManyCachesMain {
  private ManyCachesMain() {}

  /** Takes the class name of a provider, a {@link CacheKind} and the number of caches. */
  public static void main(String[] arguments) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    CacheKind kind = CacheKind.valueOf(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    int threadsBefore = threads.getThreadCount();
    CacheManager manager = Caching.getCachingProvider(arguments[0]).getCacheManager();
    manager.createCache("before", configuration(kind));
    long unused = LiveHeap.bytes(); // which needs objects of its own
    long bytes = LiveHeap.bytes();
    long nanos = System.nanoTime();
    for (int i = 0; i < count; i++) {
      manager.createCache("cache-" + i, configuration(kind));
    }
    nanos = System.nanoTime() - nanos;
    int threadsAfter = threads.getThreadCount();
    bytes = LiveHeap.bytes() - bytes;
    System.out.println(nanos + " " + bytes + " " + (threadsAfter - threadsBefore));
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static MutableConfiguration<String, String> configuration(CacheKind kind) {
    var plain = new MutableConfiguration<String, String>();
    return switch (kind) {
      case PLAIN -> plain;
      case WATCHED ->
          plain
              .setStatisticsEnabled(true)
              .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR));
    };
  }
}
