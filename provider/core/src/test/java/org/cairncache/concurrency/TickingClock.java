package org.cairncache.concurrency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on by a millisecond each time it is read. Thread-safe. */
final class TickingClock implements InstantSource {
  private final AtomicLong millis = new AtomicLong(1_000);

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    return millis.incrementAndGet();
  }

  /** What it shows, without going on. */
  long peek() {
    return millis.get();
  }
}
