package org.cairncache.freshness.work;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure before the next attempt: a second after the first, twice as long
 * after each further one up to about a minute, less up to half at random.
 */
public final class BackOff {
  private static final long FIRST_MILLIS = 1_000;
  private static final int MOST_DOUBLINGS = 6;

  private BackOff() {}

  /**
   * The pause in milliseconds.
   *
   * @param failures how many there were in a row before this one
   */
  public static long pauseMillis(int failures) {
    long most = FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS);
    return most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
  }
}
