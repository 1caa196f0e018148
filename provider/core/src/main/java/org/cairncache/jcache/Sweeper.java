package org.cairncache.jcache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.cache.event.EventType;
import org.cairncache.spi.Store;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * Removes entries past their deadline that nobody asks for, and so publishes their EXPIRED events:
 * once a period while somebody listens for those, else as often as keeps it below 5 % of a core.
 * Thread-safe.
 */
final class Sweeper<K, V> {
  private static final int IDLE_FACTOR = 20;

  private final Store<K, V> store;
  private final InstantSource clock;
  private final Updater<K, V> updater;
  private final Listeners<K, V> listeners;
  private final ScheduledExecutorService scheduler;
  private final Executor executor;
  private final long periodMillis;
  private final Warnings warnings = new Warnings(Sweeper.class);
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile long notBeforeNanos = System.nanoTime();
  private @Nullable Future<?> schedule;
  private boolean closed;

  Sweeper(
      Store<K, V> store,
      InstantSource clock,
      Updater<K, V> updater,
      Listeners<K, V> listeners,
      ScheduledExecutorService scheduler,
      Executor executor,
      Duration period) {
    this.store = store;
    this.clock = clock;
    this.updater = updater;
    this.listeners = listeners;
    this.scheduler = scheduler;
    this.executor = executor;
    this.periodMillis = period.toMillis();
  }

  /** Starts sweeping, unless the period is zero; a second call does nothing. */
  synchronized void start() {
    if (schedule == null && !closed && periodMillis > 0) {
      try {
        schedule =
            scheduler.scheduleWithFixedDelay(
                this::sweepElsewhere, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        closed = true; // the manager's thread is gone: there is nothing to sweep any more
      }
    }
  }

  synchronized void close() {
    closed = true;
    if (schedule != null) {
      schedule.cancel(false);
    }
  }

  private void sweepElsewhere() {
    boolean due = System.nanoTime() - notBeforeNanos >= 0 || listeners.want(EventType.EXPIRED);
    if (due && running.compareAndSet(false, true)) {
      try {
        executor.execute(this::sweep);
      } catch (RejectedExecutionException closing) {
        running.set(false);
      }
    }
  }

  private void sweep() {
    long start = System.nanoTime();
    try (Stream<K> expired = store.expiredKeys(clock.millis())) {
      expired.forEach(this::expire);
    } catch (RuntimeException failure) {
      warnings.failed("A sweep for expired entries ended early; the next one goes on", failure);
    } finally {
      long end = System.nanoTime();
      notBeforeNanos = end + IDLE_FACTOR * (end - start);
      running.set(false);
    }
  }

  private void expire(K key) {
    try {
      updater.expire(key);
    } catch (RuntimeException failure) {
      warnings.failed("Removing an expired entry failed, or a listener of it", failure);
    }
  }
}
