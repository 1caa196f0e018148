package org.cairncache.benchmarks.report;

import java.util.Arrays;

/** The three quartiles of a set of numbers, interpolated linearly between neighbours. */
public record Quartiles(double lower, double median, double upper) {
  /**
   * The quartiles of {@code numbers}, which need not be sorted and are left as they are.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Quartiles of(double... numbers) {
    if (numbers.length == 0) {
      throw new IllegalArgumentException("Quartiles of nothing");
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double fraction) {
    double position = fraction * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
