package org.cairncache.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QuartilesTest {
  @Test
  void of_fiveUnsorted_picksFromTheSorted() {
    assertThat(Quartiles.of(5, 1, 4, 2, 3)).isEqualTo(new Quartiles(2, 3, 4));
  }

  @Test
  void of_four_interpolates() {
    assertThat(Quartiles.of(1, 2, 3, 4)).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
  }

  @Test
  void of_one_isThatNumber() {
    assertThat(Quartiles.of(7)).isEqualTo(new Quartiles(7, 7, 7));
  }

  @Test
  void of_none_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(Quartiles::of);
  }

  @Test
  void of_leavesItsArgumentUnsorted() {
    double[] numbers = {3, 1, 2};

    assertThat(Quartiles.of(numbers).median()).isEqualTo(2);
    assertThat(numbers).containsExactly(3, 1, 2);
  }
}
