package org.cairncache.promises;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.cairncache.spi.StoreObserver;

/** How many reads a near level and the far one under it have answered. Thread-safe. */
final class LevelCounts implements StoreObserver {
  private final LongAdder near = new LongAdder();
  private final LongAdder far = new LongAdder();
  private final LongAdder late = new LongAdder();
  private final AtomicReference<Duration> age = new AtomicReference<>(Duration.ZERO);

  @Override
  public void answered(int level) {
    (level == 0 ? near : far).increment();
  }

  @Override
  public void answeredLate(int level, Duration lateBy) {
    late.increment();
    age.set(lateBy);
  }

  long near() {
    return near.sum();
  }

  long far() {
    return far.sum();
  }

  /** How many reads the near level has answered with what it may no longer go by. */
  long late() {
    return late.sum();
  }

  /** How old the latest of these answers was. */
  Duration age() {
    return age.get();
  }
}
