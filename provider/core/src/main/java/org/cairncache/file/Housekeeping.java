package org.cairncache.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Has a cache's directory swept: once a period, though for no more than 5 % of the time, and before
 * that once the bounds may have been passed by a tenth through what this process wrote.
 * Thread-safe.
 */
final class Housekeeping {
  private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final int TENTH = 10;
  private static final int IDLE_FACTOR = 20;
  private static final int IDLE_FACTOR_WHEN_FULL = 4;

  private final String cacheName;
  private final ScheduledExecutorService scheduler;
  private final Executor executor;
  private final FileSettings settings;
  private final Sweep sweep;
  private final LongAdder writtenBytes = new LongAdder();
  private final LongAdder writtenEntries = new LongAdder();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean hurried = new AtomicBoolean();
  private final Future<?> schedule;
  private volatile Future<?> early = CompletableFuture.completedFuture(null);
  private volatile Sweep.Stock stock = new Sweep.Stock(0, 0);
  private volatile long endedNanos = System.nanoTime();
  private volatile long tookNanos;
  private volatile boolean closed;

  Housekeeping(
      String cacheName,
      ScheduledExecutorService scheduler,
      Executor executor,
      FileSettings settings,
      SweepMaker maker) {
    this.cacheName = cacheName;
    this.scheduler = scheduler;
    this.executor = executor;
    this.settings = settings;
    this.sweep = maker.make(() -> closed);
    long period = settings.sweepPeriod().toMillis();
    this.schedule =
        scheduler.scheduleWithFixedDelay(this::sweepInTurn, 0, period, TimeUnit.MILLISECONDS);
  }

  /** Makes what sweeps, and stops when this is closed. */
  interface SweepMaker {
    Sweep make(BooleanSupplier stopped);
  }

  /** One entry came; if many did, a sweep comes before its time. */
  void wrote(long bytes) {
    if (!settings.isBounded()) {
      return;
    }
    writtenBytes.add(bytes);
    writtenEntries.increment();
    if (isFull() && hurried.compareAndSet(false, true)) {
      hurry();
    }
  }

  private boolean isFull() {
    Sweep.Stock last = stock;
    return isPassed(settings.maximumBytes(), last.bytes() + writtenBytes.sum())
        || isPassed(settings.maximumEntries(), last.entries() + writtenEntries.sum());
  }

  private static boolean isPassed(long maximum, long present) {
    return present - maximum > maximum / TENTH;
  }

  private void hurry() {
    long rest = endedNanos + IDLE_FACTOR_WHEN_FULL * tookNanos - System.nanoTime();
    try {
      early =
          scheduler.schedule(
              () -> {
                hurried.set(false);
                sweepElsewhere();
              },
              Math.max(0, rest),
              TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closing) {
      hurried.set(false);
    }
  }

  void close() {
    closed = true;
    schedule.cancel(false);
    early.cancel(false);
  }

  private void sweepInTurn() {
    if (System.nanoTime() - endedNanos >= IDLE_FACTOR * tookNanos) {
      sweepElsewhere();
    }
  }

  private void sweepElsewhere() {
    if (!closed && running.compareAndSet(false, true)) {
      try {
        executor.execute(this::sweepAndLog);
      } catch (RejectedExecutionException closing) {
        running.set(false);
      }
    }
  }

  private void sweepAndLog() {
    long start = System.nanoTime();
    try {
      sweep();
    } catch (IOException | RuntimeException failure) {
      if (!closed) {
        LOG.log(Level.WARNING, "A sweep of cache \"" + cacheName + "\" ended early", failure);
      }
    } finally {
      endedNanos = System.nanoTime();
      tookNanos = endedNanos - start;
      running.set(false);
    }
  }

  /** Sweeps now, on this thread. */
  void sweep() throws IOException {
    long bytes = writtenBytes.sumThenReset();
    long entries = writtenEntries.sumThenReset();
    Sweep.Stock left = sweep.run();
    if (left == null) {
      writtenBytes.add(bytes);
      writtenEntries.add(entries);
    } else {
      stock = left;
    }
  }
}
