package org.cairncache.jcache;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheException;

/** How long to wait, and how often, before an entry that others keep changing is tried again. */
final class Backoff {
  private static final int MAXIMUM_ATTEMPTS = 64;
  private static final long MAXIMUM_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private Backoff() {}

  /** Until when a call that begins to wait now may go on, as {@link System#nanoTime} has it. */
  static long deadline() {
    return System.nanoTime() + MAXIMUM_NANOS;
  }

  /**
   * Waits a random time, longer with each attempt.
   *
   * @param attempt how many have failed, from 1
   * @param deadlineNanos what {@link #deadline} gave
   * @throws CacheException if there were enough attempts, or the thread is interrupted
   */
  static void pause(String cacheName, int attempt, long deadlineNanos) {
    if (attempt >= MAXIMUM_ATTEMPTS || System.nanoTime() - deadlineNanos > 0) {
      throw failure(
          cacheName, "gave up after " + attempt + " attempts: others keep changing the key");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw failure(cacheName, "interrupted while changing a contended key");
    }
    long bound = Math.min(LONGEST_PAUSE_NANOS, 1_000L << Math.min(attempt, 20));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound));
  }

  private static CacheException failure(String cacheName, String what) {
    return new CacheException("Cache \"" + cacheName + "\": " + what);
  }
}
