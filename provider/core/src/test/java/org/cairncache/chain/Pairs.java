package org.cairncache.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.cairncache.spi.CoarseClock;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;

/** Makes pairs of stores on the heap, for which time stands still and nothing is swept. */
final class Pairs {
  private Pairs() {}

  /** The near one over the far one. */
  static <K, V> ChainStore<K, V> of(ConcurrentMap<K, NearEntry<V>> near, Store<K, V> far) {
    // It starts no threads, so nothing that is put into it runs.
    ScheduledThreadPoolExecutor never = new ScheduledThreadPoolExecutor(1, task -> null);
    InstantSource clock = () -> Instant.EPOCH;
    Duration ttl = Duration.ofHours(1);
    Position position = new Position("test", 0, StoreObserver.NONE);
    Level<K, V> level =
        new Level<>(
            new HeapNear<>(near, ttl.toMillis()), far, ttl, clock, CoarseClock.exact(clock));
    return new ChainStore<>(
        level,
        far,
        position,
        new Outage(position, true),
        new Notices<>(level, Runnable::run),
        new NearSweep(level::sweep, ttl, never, Runnable::run));
  }
}
