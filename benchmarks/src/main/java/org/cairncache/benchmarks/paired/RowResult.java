package org.cairncache.benchmarks.paired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * What a row's rounds gave.
 *
 * @param cells by id of the subject, in the order of the subjects; without those that have no cache
 *     of the row's shape
 */
record RowResult(Row row, Map<String, Cell> cells) {
  /**
   * What one subject's turns gave, or the medians of several runs of them.
   *
   * @param ratio CPU time by raw Caffeine's in the same round
   * @param nanos CPU time per call
   * @param bytes allocated per call
   * @param differing turns that answered otherwise than raw Caffeine's
   */
  record Cell(Quartiles ratio, Quartiles nanos, Quartiles bytes, long differing) {
    private static Cell of(List<Sample> own, List<Sample> raw) {
      double[] ratios = new double[own.size()];
      long differing = 0;
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = own.get(i).nanos() / raw.get(i).nanos();
        differing += own.get(i).answer() == raw.get(i).answer() ? 0 : 1;
      }
      return new Cell(
          Quartiles.of(ratios),
          Quartiles.of(own.stream().mapToDouble(Sample::nanos).toArray()),
          Quartiles.of(own.stream().mapToDouble(Sample::bytes).toArray()),
          differing);
    }

    private static Cell over(List<Cell> runs) {
      return new Cell(
          medians(runs, Cell::ratio),
          medians(runs, Cell::nanos),
          medians(runs, Cell::bytes),
          runs.stream().mapToLong(Cell::differing).sum());
    }

    private static Quartiles medians(List<Cell> runs, Function<Cell, Quartiles> figure) {
      return Quartiles.of(runs.stream().map(figure).mapToDouble(Quartiles::median).toArray());
    }
  }

  /** What several runs gave together: medians over the runs, and quartiles over them. */
  static RowResult over(List<RowResult> runs) {
    var cells = new LinkedHashMap<String, Cell>();
    for (String subject : runs.get(0).cells().keySet()) {
      cells.put(
          subject,
          Cell.over(
              runs.stream().map(run -> Objects.requireNonNull(run.cells().get(subject))).toList()));
    }
    return new RowResult(runs.get(0).row(), cells);
  }

  /** Pairs each subject's samples with raw Caffeine's of the same rounds. */
  static RowResult of(Row row, Map<String, List<Sample>> samples) {
    List<Sample> raw = Objects.requireNonNull(samples.get(Subjects.raw().id()));
    var cells = new LinkedHashMap<String, Cell>();
    samples.forEach((subject, own) -> cells.put(subject, Cell.of(own, raw)));
    return new RowResult(row, cells);
  }
}
