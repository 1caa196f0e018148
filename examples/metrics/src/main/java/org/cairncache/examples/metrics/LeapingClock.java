package org.cairncache.examples.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still but for its leaps, so that nobody has to wait. Thread-safe. */
final class LeapingClock implements InstantSource {
  private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());

  void leap(Duration step) {
    millis.addAndGet(step.toMillis());
  }

  @Override
  public long millis() {
    return millis.get();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
