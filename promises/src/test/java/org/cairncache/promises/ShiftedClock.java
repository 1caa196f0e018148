package org.cairncache.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of a process that is off by so much. */
record ShiftedClock(Duration ahead) implements InstantSource {
  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
