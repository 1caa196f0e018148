package org.cairncache.benchmarks.hits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptimumTest {
  private static final Trace TRACE =
      Trace.of("hand", "by hand", new long[] {1, 2, 3, 1, 2, 4, 1, 2, 3, 1});

  @Test
  void ratio_roomForOne_keepsWhatComesFirst() {
    assertThat(new Optimum(TRACE).ratio(1)).isEqualTo(0.3); // 1, 1, and the last 1
  }

  @Test
  void ratio_roomForTwo_keepsOneAndTwo() {
    assertThat(new Optimum(TRACE).ratio(2)).isEqualTo(0.5); // 1 2, 1 2, 1
  }

  @Test
  void ratio_roomForAll_missesTheFirstRequestsAlone() {
    assertThat(new Optimum(TRACE).ratio(4)).isEqualTo(0.6);
  }
}
