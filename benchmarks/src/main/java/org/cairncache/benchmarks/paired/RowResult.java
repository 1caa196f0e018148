package org.cairncache.benchmarks.paired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * What a row's rounds gave.
 *
 * @param cells by id of the subject, in the order of the subjects; without those that have no cache
 *     of the row's shape
 */
record RowResult(Row row, Map<String, Cell> cells) {
  /**
   * What one subject's turns gave.
   *
   * @param ratio CPU time by raw Caffeine's in the same round
   * @param nanos CPU time per operation
   * @param bytes allocated per operation
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
  }

  /** Pairs each subject's samples with raw Caffeine's of the same rounds. */
  static RowResult of(Row row, Map<String, List<Sample>> samples) {
    List<Sample> raw = Objects.requireNonNull(samples.get(Subjects.raw().id()));
    var cells = new LinkedHashMap<String, Cell>();
    samples.forEach((subject, own) -> cells.put(subject, Cell.of(own, raw)));
    return new RowResult(row, cells);
  }
}
