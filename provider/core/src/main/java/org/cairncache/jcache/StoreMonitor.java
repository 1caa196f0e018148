package org.cairncache.jcache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * What a store tells, counted while statistics are enabled, and told to the application's observer
 * at all times. An observer that throws fails no operation. Thread-safe.
 */
final class StoreMonitor implements StoreObserver {
  private final Warnings warnings = new Warnings(StoreMonitor.class);
  private final Statistics statistics;
  private final InstantSource clock;
  private final @Nullable StoreObserver application;
  private final LongAdder requests = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder unreadable = new LongAdder();
  private final LongAdder evicted = new LongAdder();
  private final LongAdder unchanged = new LongAdder();
  private final LevelCounts answers = new LevelCounts();
  private final LongAdder late = new LongAdder();
  private volatile Circuit circuit = new Circuit(Circuit.CLOSED, 0);

  /**
   * Whether requests are refused.
   *
   * @param openSinceMillis in epoch milliseconds, or {@link #CLOSED}
   * @param openings how often it has opened
   */
  record Circuit(long openSinceMillis, long openings) {
    static final long CLOSED = Long.MIN_VALUE;

    boolean isOpen() {
      return openSinceMillis != CLOSED;
    }
  }

  StoreMonitor(Statistics statistics, InstantSource clock, @Nullable StoreObserver application) {
    this.statistics = statistics;
    this.clock = clock;
    this.application = application;
  }

  long requests() {
    return requests.sum();
  }

  long failures() {
    return failures.sum();
  }

  long unreadable() {
    return unreadable.sum();
  }

  long evicted() {
    return evicted.sum();
  }

  long unchanged() {
    return unchanged.sum();
  }

  /** By level, the nearest first; as long as there were levels that answered. */
  long[] answers() {
    return answers.sums();
  }

  long late() {
    return late.sum();
  }

  Circuit circuit() {
    return circuit;
  }

  @Override
  public void evicted(int entries) {
    statistics.evicted(entries);
    if (statistics.isEnabled()) {
      evicted.add(entries);
    }
    tell(observer -> observer.evicted(entries));
  }

  @Override
  public void succeeded(Operation operation, long nanos) {
    if (statistics.isEnabled()) {
      requests.increment();
    }
    tell(observer -> observer.succeeded(operation, nanos));
  }

  @Override
  public void failed(Operation operation, long nanos, Throwable cause) {
    if (statistics.isEnabled()) {
      requests.increment();
      failures.increment();
    }
    tell(observer -> observer.failed(operation, nanos, cause));
  }

  @Override
  public void unreadable(Operation operation) {
    if (statistics.isEnabled()) {
      unreadable.increment();
    }
    tell(observer -> observer.unreadable(operation));
  }

  @Override
  public void unchanged(Operation operation) {
    if (statistics.isEnabled()) {
      unchanged.increment();
    }
    tell(observer -> observer.unchanged(operation));
  }

  @Override
  public void clockOffset(Duration offset) {
    tell(observer -> observer.clockOffset(offset));
  }

  @Override
  public void circuitOpen(boolean open) {
    turn(open);
    tell(observer -> observer.circuitOpen(open));
  }

  @Override
  public void answered(int level) {
    if (statistics.isEnabled()) {
      answers.count(level);
    }
    if (application != null) { // no lambda where there is none: a near hit allocates nothing
      tell(observer -> observer.answered(level));
    }
  }

  @Override
  public void answeredLate(int level, Duration age) {
    if (statistics.isEnabled()) {
      late.increment();
    }
    tell(observer -> observer.answeredLate(level, age));
  }

  private synchronized void turn(boolean open) {
    if (open != circuit.isOpen()) {
      circuit =
          open
              ? new Circuit(clock.millis(), circuit.openings + 1)
              : new Circuit(Circuit.CLOSED, circuit.openings);
    }
  }

  private void tell(Consumer<StoreObserver> what) {
    if (application != null) {
      try {
        what.accept(application);
      } catch (RuntimeException | LinkageError failure) {
        warnings.failed(
            "The observer " + application.getClass().getName() + " throws; it must not", failure);
      }
    }
  }
}
