package org.cairncache.examples.swr;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand, so that an hour passes in no time. Thread-safe. */
final class Clock implements InstantSource {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private volatile Instant now = START;

  void moveTo(Duration sinceStart) {
    now = START.plus(sinceStart);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
