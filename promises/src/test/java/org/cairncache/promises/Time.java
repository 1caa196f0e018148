package org.cairncache.promises;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time in which others go on. */
final class Time {
  private Time() {}

  /** Returns when so much has passed; nothing may be ordered by it. */
  static void pass(Duration time) {
    passUntil(System.nanoTime() + time.toNanos());
  }

  /** Returns when it is that late, by {@link System#nanoTime}. */
  static void passUntil(long nanos) {
    while (nanos - System.nanoTime() > 0) {
      LockSupport.parkNanos(nanos - System.nanoTime());
    }
  }
}
