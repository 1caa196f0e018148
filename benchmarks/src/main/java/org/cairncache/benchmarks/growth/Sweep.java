package org.cairncache.benchmarks.growth;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import org.cairncache.benchmarks.paired.CpuClock;

/**
 * Lets all entries of a cache expire, and hears of each on the thread that sweeps, from the first
 * to the last.
 */
final class Sweep {
  private static final long LIMIT_MINUTES = 30;

  private final int entries;
  private final CountDownLatch ended = new CountDownLatch(1);
  private int heard;
  private long startNanos;
  private long startBytes;
  private long tookNanos;
  private long tookBytes;

  private Sweep(int entries) {
    this.entries = entries;
  }

  /** Returns when all have expired. */
  static <K, V> Sweep of(Cache<K, V> cache, GrowthManager manager, int entries) {
    Sweep sweep = new Sweep(entries);
    CacheEntryExpiredListener<K, V> listener = events -> events.forEach(sweep::hear);
    var registration =
        new MutableCacheEntryListenerConfiguration<K, V>(
            new FactoryBuilder.SingletonFactory<>(listener), null, false, true);
    cache.registerCacheEntryListener(registration);
    manager.letExpire();
    try {
      if (!sweep.ended.await(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Of " + entries + " expired only " + sweep.heard);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      manager.backToNow();
      cache.deregisterCacheEntryListener(registration);
    }
    return sweep;
  }

  private synchronized void hear(CacheEntryEvent<?, ?> event) {
    if (heard++ == 0) {
      startNanos = System.nanoTime();
      startBytes = CpuClock.allocatedBytes();
    }
    if (heard == entries) {
      tookNanos = System.nanoTime() - startNanos;
      tookBytes = CpuClock.allocatedBytes() - startBytes;
      ended.countDown();
    }
  }

  void note(Readings readings) {
    readings.note(Reading.SWEEP, tookNanos / 1e3 / entries);
    readings.note(Reading.SWEEP_ALLOCATES, (double) tookBytes / entries);
  }
}
