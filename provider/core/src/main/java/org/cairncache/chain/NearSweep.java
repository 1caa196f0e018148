package org.cairncache.chain;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cairncache.spi.Warnings;

/**
 * Drops from time to time what a near level need not keep, for no more than a twentieth of the
 * time. Thread-safe.
 */
final class NearSweep implements AutoCloseable {
  private static final long SHORTEST_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = 60_000;
  private static final int IDLE_FACTOR = 20;

  private final Runnable sweep;
  private final Executor executor;
  private final AtomicBoolean running = new AtomicBoolean();
  private final Warnings warnings = new Warnings(NearSweep.class);
  private volatile long notBeforeNanos = System.nanoTime();
  private final Future<?> schedule;

  NearSweep(Runnable sweep, Duration ttl, ScheduledExecutorService scheduler, Executor executor) {
    this.sweep = sweep;
    this.executor = executor;
    long period = Math.min(LONGEST_MILLIS, Math.max(SHORTEST_MILLIS, ttl.toMillis()));
    this.schedule =
        scheduler.scheduleWithFixedDelay(
            this::sweepElsewhere, period, period, TimeUnit.MILLISECONDS);
  }

  private void sweepElsewhere() {
    if (System.nanoTime() - notBeforeNanos >= 0 && running.compareAndSet(false, true)) {
      try {
        executor.execute(this::sweepNow);
      } catch (RejectedExecutionException closing) {
        running.set(false);
      }
    }
  }

  private void sweepNow() {
    long start = System.nanoTime();
    try {
      sweep.run();
    } catch (RuntimeException failure) {
      warnings.failed("A sweep of a near level ended early; the next one goes on", failure);
    } finally {
      long end = System.nanoTime();
      notBeforeNanos = end + IDLE_FACTOR * (end - start);
      running.set(false);
    }
  }

  @Override
  public void close() {
    schedule.cancel(false);
  }
}
