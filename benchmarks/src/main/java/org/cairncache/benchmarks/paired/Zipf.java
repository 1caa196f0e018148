package org.cairncache.benchmarks.paired;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws ranks {@code 0..size-1} with probability proportional to {@code 1 / (rank + 1)^skew}. The
 * same seed gives the same draws. Not thread-safe.
 */
public final class Zipf {
  private final double[] cumulative;
  private final SplittableRandom random;

  /**
   * A distribution over {@code size} ranks.
   *
   * @param size at least 1
   * @param skew 0 is uniform; the larger, the more the low ranks are preferred
   */
  public Zipf(int size, double skew, long seed) {
    cumulative = new double[size];
    random = new SplittableRandom(seed);
    double sum = 0;
    for (int rank = 0; rank < size; rank++) {
      sum += Math.pow(rank + 1.0, -skew);
      cumulative[rank] = sum;
    }
  }

  /** The next rank. */
  public int next() {
    double point = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
