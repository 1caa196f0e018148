package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.report.Quartiles;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final FootprintRow WEIGHED = Rows.FOOTPRINTS.get(0);

  @Test
  void over_fiveRuns_areTheQuartilesOfTheirMedians() {
    Figures over = Figures.over(List.of(run(5, 0), run(1, 1), run(4, 0), run(2, 2), run(3, 0)));

    RowResult.Cell cell = over.timed().get(0).cells().get("cairn");
    assertThat(cell.ratio()).isEqualTo(new Quartiles(2, 3, 4));
    assertThat(cell.nanos()).isEqualTo(new Quartiles(20, 30, 40));
    assertThat(cell.bytes()).isEqualTo(new Quartiles(200, 300, 400));
  }

  @Test
  void over_answersThatDifferInSomeRun_counts() {
    Figures over = Figures.over(List.of(run(1, 0), run(1, 2), run(1, 1)));

    assertThat(over.timed().get(0).cells().get("cairn").differing()).isEqualTo(3);
  }

  @Test
  void over_weights_areTheirMedians() {
    Figures over = Figures.over(List.of(run(1, 0), run(9, 0), run(2, 0)));

    assertThat(over.footprints())
        .containsExactly(new FootprintResult(WEIGHED, 200, Map.of("cairn", 2.0)));
  }

  /** Quartiles within a run are far away, so that one who takes them is found out. */
  private static Figures run(double median, long differing) {
    var cell =
        new RowResult.Cell(around(median), around(10 * median), around(100 * median), differing);
    return new Figures(
        List.of(new RowResult(Rows.timed("get"), Map.of("cairn", cell))),
        List.of(new FootprintResult(WEIGHED, 100 * median, Map.of("cairn", median))));
  }

  private static Quartiles around(double median) {
    return new Quartiles(median - 1_000, median, median + 1_000);
  }
}
