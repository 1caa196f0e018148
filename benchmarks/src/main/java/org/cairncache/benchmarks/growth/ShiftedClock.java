package org.cairncache.benchmarks.growth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, ahead of it by as much as it is told. Thread-safe. */
final class ShiftedClock implements InstantSource {
  private volatile long shiftMillis;

  void shift(Duration step) {
    shiftMillis = step.toMillis();
  }

  @Override
  public long millis() {
    return System.currentTimeMillis() + shiftMillis;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
