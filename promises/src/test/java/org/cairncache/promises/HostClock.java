package org.cairncache.promises;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time of this host, the same in all its processes. */
final class HostClock {
  private HostClock() {}

  /** Microseconds since 1970. */
  static long micros() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toMicros(now.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(now.getNano());
  }
}
