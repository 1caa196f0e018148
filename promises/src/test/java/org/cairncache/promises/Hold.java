package org.cairncache.promises;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Holds a thread of this process at a place, once, until it is told to go on. There is one at a
 * time in the process, as a value that is written knows nothing else. Thread-safe.
 */
final class Hold {
  /** Where a source is asked. */
  static final String LOAD = "load";

  /** Where bytes are made of a value: after a look at the lease, before they are sent. */
  static final String COMMIT = "commit";

  private static volatile @Nullable Hold next;

  private final String place;
  private final AtomicBoolean free = new AtomicBoolean(true);
  private final Runnable held;
  private final CountDownLatch end = new CountDownLatch(1);

  private Hold(String place, Runnable held) {
    this.place = place;
    this.held = held;
  }

  /** Holds the next one that comes to the place, and then tells so. */
  static void arm(String place, Runnable held) {
    next = new Hold(place, held);
  }

  /** Lets it go on. */
  static void release() {
    Hold hold = next;
    next = null;
    if (hold != null) {
      hold.end.countDown();
    }
  }

  /** A thread has come to a place. */
  static void here(String place) {
    Hold hold = next;
    if (hold != null && hold.place.equals(place) && hold.free.getAndSet(false)) {
      hold.held.run();
      try {
        hold.end.await();
      } catch (InterruptedException givenUp) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
