package org.cairncache.benchmarks.scaling;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws ranks {@code 0..size-1} with probability proportional to {@code 1 / (rank + 1)^skew}, as
 * {@code Zipf} does, without a table of all ranks: the first are exact, the others lie on the curve
 * through them. The same seed gives the same draws. Not thread-safe.
 */
final class Ranks {
  private static final int EXACT = 1 << 14;

  private final double[] head;
  private final int size;
  private final double skew;
  private final double total;
  private final SplittableRandom random;

  /**
   * A distribution over {@code size} ranks.
   *
   * @param skew from 0, which is uniform; not 1, where the curve has another form
   */
  Ranks(int size, double skew, long seed) {
    this.size = size;
    this.skew = skew;
    this.random = new SplittableRandom(seed);
    this.head = new double[Math.min(size, EXACT)];
    double sum = 0;
    for (int rank = 0; rank < head.length; rank++) {
      sum += Math.pow(rank + 1.0, -skew);
      head[rank] = sum;
    }
    this.total = sum + area(size);
  }

  /** The next rank. */
  int next() {
    double point = random.nextDouble() * total;
    double exact = head[head.length - 1];
    if (point <= exact) {
      int found = Arrays.binarySearch(head, point);
      return Math.min(found < 0 ? -found - 1 : found, head.length - 1);
    }
    double power = 1 - skew;
    double at = Math.pow((point - exact) * power + Math.pow(head.length + 0.5, power), 1 / power);
    return Math.min((int) (at - 0.5), size - 1);
  }

  /** How probable a rank is. */
  double probability(double rank) {
    return Math.pow(rank + 1, -skew) / total;
  }

  // Under the curve from the end of the exact ranks to the end of so many.
  private double area(int ranks) {
    double power = 1 - skew;
    return (Math.pow(ranks + 0.5, power) - Math.pow(head.length + 0.5, power)) / power;
  }
}
