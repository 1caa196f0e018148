package org.cairncache.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.cairncache.spi.StoreObserver;

/**
 * Sweeps a cache's directory: deletes what a killed process left half written, and the entries that
 * were written longest ago where there are more than the bounds allow. Between sweeps the bounds
 * may be passed by a tenth. Thread-safe.
 */
final class Housekeeping {
  /** How old a file of this kind must be before nobody can be writing it any more. */
  static final Duration ORPHAN_AGE = Duration.ofMinutes(1);

  private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final int EARLY = 10;

  private final Disk disk;
  private final FileNames names;
  private final Stripes stripes;
  private final StoreObserver observer;
  private final Executor executor;
  private final long maximumBytes;
  private final long maximumEntries;
  private final LongAdder writtenBytes = new LongAdder();
  private final LongAdder writtenEntries = new LongAdder();
  private final AtomicBoolean running = new AtomicBoolean();
  private final Future<?> schedule;
  private volatile boolean closed;

  Housekeeping(
      Disk disk,
      FileNames names,
      Stripes stripes,
      StoreObserver observer,
      ScheduledExecutorService scheduler,
      Executor executor,
      FileSettings settings) {
    this.disk = disk;
    this.names = names;
    this.stripes = stripes;
    this.observer = observer;
    this.executor = executor;
    this.maximumBytes = settings.maximumBytes();
    this.maximumEntries = settings.maximumEntries();
    long period = settings.sweepPeriod().toMillis();
    this.schedule =
        scheduler.scheduleWithFixedDelay(this::sweepElsewhere, 0, period, TimeUnit.MILLISECONDS);
  }

  /** One entry came; if many did, a sweep comes before its time. */
  void wrote(long bytes) {
    if (maximumBytes == Long.MAX_VALUE && maximumEntries == Long.MAX_VALUE) {
      return;
    }
    writtenBytes.add(bytes);
    writtenEntries.increment();
    if (writtenBytes.sum() > maximumBytes / EARLY
        || writtenEntries.sum() > maximumEntries / EARLY) {
      sweepElsewhere();
    }
  }

  void close() {
    closed = true;
    schedule.cancel(false);
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
    try {
      sweep();
    } catch (IOException | RuntimeException failure) {
      LOG.log(Level.WARNING, "A sweep of " + names.directory() + " ended early", failure);
    } finally {
      running.set(false);
    }
  }

  /** A file and what evicting it would gain. */
  private record Candidate(int shard, Path file, Disk.Facts facts) {}

  /** Sweeps now, on this thread. */
  void sweep() throws IOException {
    writtenBytes.reset();
    writtenEntries.reset();
    List<Candidate> entries = new ArrayList<>();
    long orphanedBefore = System.currentTimeMillis() - ORPHAN_AGE.toMillis();
    for (int shard = 0; shard < FileNames.SHARDS && !closed; shard++) {
      for (Path file : disk.list(names.shard(shard))) {
        Disk.Facts facts = disk.facts(file);
        if (facts == null) {
          continue;
        }
        if (!FileNames.isTemporary(file)) {
          entries.add(new Candidate(shard, file, facts));
        } else if (facts.modifiedMillis() < orphanedBefore) {
          disk.delete(file);
        }
      }
    }
    evict(entries);
  }

  private void evict(List<Candidate> entries) throws IOException {
    long bytes = entries.stream().mapToLong(entry -> entry.facts().bytes()).sum();
    long count = entries.size();
    if (bytes <= maximumBytes && count <= maximumEntries) {
      return;
    }
    entries.sort(Comparator.comparingLong(entry -> entry.facts().modifiedMillis()));
    for (Candidate entry : entries) {
      if (closed || (bytes <= maximumBytes && count <= maximumEntries)) {
        return;
      }
      if (evict(entry)) {
        observer.evicted(1);
      }
      bytes -= entry.facts().bytes();
      count--;
    }
  }

  // What was written since is no longer among the oldest.
  private boolean evict(Candidate entry) throws IOException {
    try (Stripes.Held held = stripes.lock(entry.shard())) {
      Disk.Facts now = disk.facts(entry.file());
      return entry.facts().equals(now) && disk.delete(entry.file());
    }
  }
}
