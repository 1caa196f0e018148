package org.cairncache.examples.bucket4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;

/** Eight threads that together try more calls than their limit allows. */
public final class Rush {
  private static final int THREADS = 8;
  private static final int TRIES_PER_THREAD = 500;
  private static final long CALLS_PER_HOUR = 1_000;

  private Rush() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    try (CachingProvider provider =
            Caching.getCachingProvider("org.cairncache.CairnCachingProvider");
        CacheManager manager = provider.getCacheManager()) {
      Cache<String, byte[]> cache = manager.getCache("buckets", String.class, byte[].class);
      RateLimit limit = new RateLimit(cache, CALLS_PER_HOUR);
      long allowed = allowed(limit, "alice", THREADS, TRIES_PER_THREAD);
      System.out.printf("tried    %,6d  by %d threads%n", THREADS * TRIES_PER_THREAD, THREADS);
      System.out.printf("allowed  %,6d  the limit is %,d%n", allowed, CALLS_PER_HOUR);
      System.out.printf("left     %,6d  alice%n", limit.left("alice"));
      System.out.printf("left     %,6d  bob%n", limit.left("bob"));
    }
  }

  /** Lets the threads try all at the same time, and returns how many calls were allowed. */
  static long allowed(RateLimit limit, String client, int threads, int triesPerThread)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> counts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        counts.add(executor.submit(() -> allowed(limit, client, triesPerThread)));
      }
      long allowed = 0;
      for (Future<Long> count : counts) {
        allowed += count.get();
      }
      return allowed;
    } finally {
      executor.shutdownNow();
    }
  }

  private static long allowed(RateLimit limit, String client, int tries) {
    long allowed = 0;
    for (int attempt = 0; attempt < tries; attempt++) {
      if (limit.allows(client)) {
        allowed++;
      }
    }
    return allowed;
  }
}
