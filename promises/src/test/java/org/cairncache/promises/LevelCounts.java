package org.cairncache.promises;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.cairncache.spi.StoreObserver;

/** How many reads each level of a chain has answered. Thread-safe. */
final class LevelCounts implements StoreObserver {
  private static final int LEVELS = 3;

  private final AtomicLongArray answered = new AtomicLongArray(LEVELS);
  private final AtomicReference<Duration> age = new AtomicReference<>(Duration.ZERO);

  @Override
  public void answered(int level) {
    answered.incrementAndGet(level);
  }

  @Override
  public void answeredLate(int level, Duration lateBy) {
    age.set(lateBy);
  }

  /** How many this level has answered, 0 being the nearest. */
  long of(int level) {
    return answered.get(level);
  }

  /** How old the latest answer was that a level may no longer go by; zero if there was none. */
  Duration lateAge() {
    return age.get();
  }
}
