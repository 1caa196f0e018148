package org.cairncache.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cairncache.spi.StoreObserver;

/**
 * The meters of a store. An operation has its meters, for both results, from its first request on,
 * and a level from its first answer on; the others are there from the start. Thread-safe.
 */
final class StoreMeters implements StoreObserver {
  private final Slots<Operation, Ends> operations;
  private final Levels<Counter> answers;
  private final Levels<Timer> lateAges;
  private final Counter unreadable;
  private final Counter evictions;
  private final Counter unchanged;
  private final StoreState state;

  /** How requests of a kind end. */
  private record Ends(Timer success, Timer failure) {}

  StoreMeters(Meters meters) {
    operations = new Slots<>(Operation.class, operation -> ends(meters, operation));
    answers =
        new Levels<>(
            level ->
                meters.counter(
                    "cairn.store.answers",
                    "Reads that a level of a chain answered",
                    "level",
                    level));
    lateAges =
        new Levels<>(
            level ->
                meters.timer(
                    "cairn.store.late.age",
                    "Age of what a near level served because the levels under it failed",
                    "level",
                    level));
    unreadable =
        meters.counter("cairn.store.unreadable", "Entries that were found and not decoded");
    evictions =
        meters.counter("cairn.store.evictions", "Entries dropped to keep within the bounds");
    unchanged =
        meters.counter("cairn.store.unchanged", "Writes spared, as the value was there already");
    state = StoreState.in(meters);
  }

  private static Ends ends(Meters meters, Operation operation) {
    return new Ends(timer(meters, operation, "success"), timer(meters, operation, "failure"));
  }

  private static Timer timer(Meters meters, Operation operation, String result) {
    return meters.timer(
        "cairn.store.operations",
        "Requests to the medium, by how they ended",
        "operation",
        Meters.tag(operation),
        "result",
        result);
  }

  @Override
  public void evicted(int entries) {
    evictions.increment(entries);
  }

  @Override
  public void succeeded(Operation operation, long nanos) {
    operations.of(operation).success.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void failed(Operation operation, long nanos, Throwable cause) {
    operations.of(operation).failure.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void unreadable(Operation operation) {
    unreadable.increment();
  }

  @Override
  public void unchanged(Operation operation) {
    unchanged.increment();
  }

  @Override
  public void clockOffset(Duration offset) {
    state.clockOffset(offset);
  }

  @Override
  public void circuitOpen(boolean open) {
    state.circuitOpen(open);
  }

  @Override
  public void answered(int level) {
    answers.of(level).increment();
  }

  @Override
  public void answeredLate(int level, Duration age) {
    lateAges.of(level).record(age.toMillis(), TimeUnit.MILLISECONDS);
  }
}
