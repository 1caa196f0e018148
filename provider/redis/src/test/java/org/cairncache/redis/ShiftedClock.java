package org.cairncache.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, set forward or back. Thread-safe. */
final class ShiftedClock implements InstantSource {
  private final AtomicLong aheadMillis = new AtomicLong();

  /** Moves this clock against the system's. */
  void shift(Duration by) {
    aheadMillis.addAndGet(by.toMillis());
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plusMillis(aheadMillis.get());
  }
}
