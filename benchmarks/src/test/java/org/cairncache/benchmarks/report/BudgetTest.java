package org.cairncache.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
  @Test
  void verdict_atMost_comparesWhatIsPrinted() {
    Budget budget = Budget.atMost(1.2, 2);

    assertThat(budget.text()).isEqualTo("≤ 1.20");
    assertThat(budget.verdict(1.204)).isEqualTo("met");
    assertThat(budget.verdict(1.21)).isEqualTo("OVER");
  }

  @Test
  void verdict_atLeast_isMetByMore() {
    Budget budget = Budget.atLeast(30_000, 0);

    assertThat(budget.text()).isEqualTo("≥ 30,000");
    assertThat(budget.verdict(30_000)).isEqualTo("met");
    assertThat(budget.verdict(29_999)).isEqualTo("UNDER");
  }

  @Test
  void verdict_ofNothing_isNotMet() {
    assertThat(Budget.atMost(1, 0).verdict(Double.NaN)).isEqualTo("no figure");
    assertThat(Budget.atLeast(1, 0).verdict(Double.NaN)).isEqualTo("no figure");
  }
}
