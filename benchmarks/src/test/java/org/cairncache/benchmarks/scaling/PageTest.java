package org.cairncache.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairncache.benchmarks.report.Sheet;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Page EMPTY =
      new Page("before\n<!-- loads -->\nold\n<!-- /loads -->\nafter\n");

  @Test
  void with_itsSheet_differsNoMoreAndKeepsTheRest() {
    Page written = EMPTY.with(sheet("100", "none"));
    assertThat(written.differences(sheet("100", "none"))).isEmpty();
    assertThat(written.text())
        .startsWith("before\n")
        .endsWith("after\n")
        .contains("\n\n| nodes | loads |\n| --- | --- |\n| 100 | none |\n\n");
    assertThat(written.with(sheet("100", "none"))).isEqualTo(written);
  }

  @Test
  void differences_ofAnotherFigureOrWord_areTold() {
    Page written = EMPTY.with(sheet("100", "none"));
    assertThat(written.differences(sheet("104", "none"))).isEmpty();
    assertThat(written.differences(sheet("106", "none"))).hasSize(1);
    assertThat(written.differences(sheet("100", "all"))).hasSize(1);
    assertThat(EMPTY.differences(sheet("100", "none"))).isNotEmpty();
  }

  @Test
  void place_thatIsMissing_isTold() {
    assertThatThrownBy(() -> new Page("").with(sheet("1", "2"))).hasMessageContaining("loads");
  }

  private static Sheet sheet(String nodes, String loads) {
    return new Sheet(
        "loads", "", List.of("nodes", "loads"), List.of(List.of(nodes, loads)), List.of());
  }
}
