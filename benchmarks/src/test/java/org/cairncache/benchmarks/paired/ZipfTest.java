package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZipfTest {
  @Test
  void next_sameSeed_drawsTheSame() {
    assertThat(draws(new Zipf(1_000, 0.99, 7))).isEqualTo(draws(new Zipf(1_000, 0.99, 7)));
  }

  @Test
  void next_otherSeed_drawsOtherwise() {
    assertThat(draws(new Zipf(1_000, 0.99, 7))).isNotEqualTo(draws(new Zipf(1_000, 0.99, 8)));
  }

  @Test
  void next_skewOne_halvesFromFirstToSecondRank() {
    int[] draws = draws(new Zipf(100, 1, 7));

    assertThat(IntStream.of(draws)).allMatch(rank -> rank >= 0 && rank < 100);
    assertThat((double) count(draws, 1) / count(draws, 0)).isCloseTo(0.5, within(0.05));
  }

  @Test
  void next_skewZero_isUniform() {
    int[] draws = draws(new Zipf(4, 0, 7));

    assertThat(IntStream.range(0, 4).map(rank -> count(draws, rank)))
        .allSatisfy(count -> assertThat(count).isBetween(4_700, 5_300));
  }

  private static int[] draws(Zipf zipf) {
    return IntStream.generate(zipf::next).limit(20_000).toArray();
  }

  private static int count(int[] draws, int rank) {
    return (int) IntStream.of(draws).filter(draw -> draw == rank).count();
  }
}
