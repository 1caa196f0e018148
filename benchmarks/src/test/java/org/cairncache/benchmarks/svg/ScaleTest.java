package org.cairncache.benchmarks.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.cairncache.benchmarks.report.Chart.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @Test
  void over_linear_beginsAtZeroInRoundSteps() {
    assertThat(Scale.over(new Axis("", false), new double[] {40, 92}).ticks())
        .containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
  }

  @Test
  void over_linearBelowZero_hasZeroBetween() {
    assertThat(Scale.over(new Axis("", false), new double[] {-9, 40}).ticks())
        .containsExactly(-10.0, 0.0, 10.0, 20.0, 30.0, 40.0);
  }

  @Test
  void over_logarithmic_goesByOneTwoFive() {
    assertThat(Scale.over(new Axis("", true), new double[] {1, 64}).ticks())
        .containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
  }

  @Test
  void over_manyDecades_hasFewTicks() {
    assertThat(Scale.over(new Axis("", true), new double[] {0.001, 1e9}).ticks())
        .hasSizeBetween(4, 9)
        .startsWith(0.001);
  }

  @ParameterizedTest
  @CsvSource({"true, 7", "false, 7", "true, 1", "false, 0", "true, 0.05", "false, 0.05", "true, 5"})
  void over_oneNumber_hasRoomForIt(boolean logarithmic, double number) {
    Scale scale = Scale.over(new Axis("", logarithmic), new double[] {number});

    assertThat(scale.at(number)).isBetween(0.0, 1.0);
    assertThat(scale.ticks()).hasSizeGreaterThan(1).isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.4567, 0.457",
    "1, 1",
    "999.6, 1000",
    "12345, 12.3k",
    "30000, 30k",
    "1.2e6, 1.2M",
    "-1500, -1500",
    "2e6, 2M",
    "9999, 10k",
    "0.00001, 0.00001"
  })
  void figure_isShort(double number, String text) {
    assertThat(Figure.of(number)).isEqualTo(text);
  }
}
