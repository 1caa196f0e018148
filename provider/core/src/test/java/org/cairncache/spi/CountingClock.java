package org.cairncache.spi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is told to advance, and counts its readers. Thread-safe. */
public final class CountingClock implements InstantSource {
  /** Where time begins, in epoch milliseconds. */
  public static final long START = 1_700_000_000_000L;

  private final AtomicLong nowMillis = new AtomicLong(START);
  private final AtomicLong reads = new AtomicLong();

  /** Moves time forward. */
  public void advance(Duration step) {
    nowMillis.addAndGet(step.toMillis());
  }

  /** How often anybody has asked for the time. */
  public long reads() {
    return reads.get();
  }

  @Override
  public long millis() {
    reads.incrementAndGet();
    return nowMillis.get();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
