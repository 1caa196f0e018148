package org.cairncache.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is told to advance. Thread-safe. */
public final class ManualClock implements InstantSource {
  private final AtomicLong nowMillis;

  /** Starts at an arbitrary fixed moment, far from the epoch and whole in milliseconds. */
  public ManualClock() {
    this(Instant.parse("2024-01-01T00:00:00Z"));
  }

  /**
   * Starts at the given moment.
   *
   * @param start where time begins; what is finer than a millisecond is dropped
   */
  public ManualClock(Instant start) {
    nowMillis = new AtomicLong(requireNonNull(start).toEpochMilli());
  }

  /**
   * Moves time forward.
   *
   * @param step how far, in whole milliseconds; not negative
   * @throws IllegalArgumentException if the step is negative
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("Time does not go back: " + step);
    }
    nowMillis.addAndGet(step.toMillis());
  }

  @Override
  public long millis() {
    return nowMillis.get();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public String toString() {
    return "ManualClock[" + instant() + "]";
  }
}
