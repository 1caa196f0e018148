package org.cairncache.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn keys follow the distribution, where it is exact and where it is a curve. */
class RanksTest {
  private static final int SIZE = 1_000_000;
  private static final int DRAWS = 300_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 0.9, 0.99})
  void next_comesAsOftenAsZipfSays(double skew) {
    Ranks ranks = new Ranks(SIZE, skew, 42);
    int[] bounds = {1, 100, 10_000, 20_000, 100_000, SIZE};
    double[] drawn = new double[bounds.length];
    for (int i = 0; i < DRAWS; i++) {
      int rank = ranks.next();
      for (int j = 0; j < bounds.length; j++) {
        drawn[j] += rank < bounds[j] ? 1.0 / DRAWS : 0;
      }
    }
    double all = sum(SIZE, skew);
    for (int j = 0; j < bounds.length; j++) {
      assertThat(drawn[j])
          .as("share of the first %d", bounds[j])
          .isCloseTo(sum(bounds[j], skew) / all, within(0.005));
    }
  }

  private static double sum(int ranks, double skew) {
    double sum = 0;
    for (int rank = ranks; rank >= 1; rank--) {
      sum += Math.pow(rank, -skew);
    }
    return sum;
  }
}
