package org.cairncache.benchmarks.scaling;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.CachedBuilder;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.redis.Redis;

/**
 * Providers that have nothing in common but a Redis, and threads of each that all ask for one key
 * that has ended. A load ends when all that are to be have begun, and all callers have come.
 */
final class RealStampede implements AutoCloseable {
  private final int threads;
  private final Protection protection;
  private final ManualClock clock = new ManualClock(Instant.now());
  private final List<CairnCachingProvider> nodes = new ArrayList<>();
  private final List<Runnable> calls = new ArrayList<>();
  private final AtomicInteger loads = new AtomicInteger();
  private final CountDownLatch come;
  private final CountDownLatch begun;
  private final CountDownLatch ended;
  private volatile boolean counted;

  RealStampede(int nodes, int threads, Protection protection) {
    this.threads = threads;
    this.protection = protection;
    int callers = nodes * threads;
    int expected = protection.oneForAll() ? 1 : protection.shares() ? nodes : callers;
    this.come = new CountDownLatch(callers);
    this.begun = new CountDownLatch(expected);
    this.ended = new CountDownLatch(expected);
    for (int i = 0; i < nodes; i++) {
      calls.add(call(open()));
    }
  }

  @SuppressWarnings("unchecked") // it is the cache that was just created
  private CairnCache<String, String> open() {
    CairnCachingProvider provider = new CairnCachingProvider();
    nodes.add(provider);
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    URI uri = URI.create(Redis.shared().uri() + "?prefix=stampede-" + protection);
    return provider
        .getCacheManager(uri, getClass().getClassLoader(), properties)
        .createCache("key", CairnConfiguration.builder(String.class, String.class).build())
        .unwrap(CairnCache.class);
  }

  private Runnable call(CairnCache<String, String> cache) {
    if (!protection.shares()) {
      return () -> {
        if (cache.get("f") == null) {
          cache.put("f", load());
        }
      };
    }
    CachedBuilder<String> builder = Cached.of(cache).key("f").ttl(Duration.ofMinutes(1));
    if (protection.servesOld()) {
      builder.stale(Duration.ofHours(1));
    }
    if (protection.oneForAll()) {
      builder.oneLoader(Duration.ofMinutes(1));
    }
    return builder.build(this::load)::get;
  }

  private String load() {
    if (counted) {
      loads.incrementAndGet();
      begun.countDown();
      await(begun);
      await(come);
      ended.countDown();
    }
    return "value";
  }

  /** Lets the key end and all of them call, and returns how many loads that made. */
  int loads() throws Exception {
    if (protection.servesOld()) {
      calls.get(0).run();
      clock.advance(Duration.ofMinutes(2));
    }
    counted = true;
    ExecutorService pool = Executors.newFixedThreadPool(calls.size() * threads);
    try {
      List<Future<?>> callers = new ArrayList<>();
      for (Runnable call : calls) {
        for (int i = 0; i < threads; i++) {
          callers.add(
              pool.submit(
                  () -> {
                    come.countDown();
                    call.run();
                  }));
        }
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
      await(ended);
      return loads.get();
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Fewer loads began, or callers came, than expected");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    nodes.forEach(CairnCachingProvider::close);
  }
}
