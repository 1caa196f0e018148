package org.cairncache.benchmarks.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a run measured, or several runs of the same rows. */
record Figures(List<RowResult> timed, List<FootprintResult> footprints) {
  /** The median over the runs of each run's figures; quartiles are those over the runs. */
  static Figures over(List<Figures> runs) {
    return new Figures(
        byRow(runs, Figures::timed).stream().map(RowResult::over).toList(),
        byRow(runs, Figures::footprints).stream().map(FootprintResult::over).toList());
  }

  /** For each row what the runs say of it. */
  private static <T> List<List<T>> byRow(List<Figures> runs, Function<Figures, List<T>> table) {
    var rows = new ArrayList<List<T>>();
    for (int row = 0; row < table.apply(runs.get(0)).size(); row++) {
      int index = row;
      rows.add(runs.stream().map(run -> table.apply(run).get(index)).toList());
    }
    return rows;
  }
}
