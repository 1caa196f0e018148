package org.cairncache.testkit.proxy;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Holds back what is delayed or stalled. A change reaches also what is held. Thread-safe. */
final class Gate {
  private final Map<Direction, Duration> delays = new EnumMap<>(Direction.class);
  private final Set<Direction> stalled = EnumSet.noneOf(Direction.class);

  synchronized void delay(Direction direction, Duration delay) {
    delays.put(direction, delay);
    notifyAll();
  }

  synchronized void stall(Direction direction) {
    stalled.add(direction);
  }

  synchronized void resume() {
    stalled.clear();
    notifyAll();
  }

  /** Lets those who wait look again whether their connection is over. */
  synchronized void wake() {
    notifyAll();
  }

  /**
   * Waits until what came just now may go on.
   *
   * @return false if the connection is over
   */
  synchronized boolean pass(Direction direction, BooleanSupplier over) throws InterruptedException {
    long since = System.nanoTime();
    while (!over.getAsBoolean()) {
      long left = delays.getOrDefault(direction, Duration.ZERO).toNanos() - elapsed(since);
      if (stalled.contains(direction)) {
        wait();
      } else if (left > 0) {
        NANOSECONDS.timedWait(this, left);
      } else {
        return true;
      }
    }
    return false;
  }

  private static long elapsed(long since) {
    return System.nanoTime() - since;
  }
}
