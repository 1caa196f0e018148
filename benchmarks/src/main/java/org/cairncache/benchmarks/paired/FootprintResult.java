package org.cairncache.benchmarks.paired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * What a footprint row gave, in bytes per entry.
 *
 * @param baseline raw Caffeine in the row's baseline shape
 * @param bytes by id of the subject, without those that have no cache of the row's shape
 */
record FootprintResult(FootprintRow row, double baseline, Map<String, Double> bytes) {
  /** The medians over several runs of one row. */
  static FootprintResult over(List<FootprintResult> runs) {
    var bytes = new LinkedHashMap<String, Double>();
    for (String subject : runs.get(0).bytes().keySet()) {
      bytes.put(
          subject,
          median(
              runs.stream()
                  .mapToDouble(run -> run.bytes().getOrDefault(subject, Double.NaN))
                  .toArray()));
    }
    return new FootprintResult(
        runs.get(0).row(),
        median(runs.stream().mapToDouble(FootprintResult::baseline).toArray()),
        bytes);
  }

  private static double median(double[] numbers) {
    return Quartiles.of(numbers).median();
  }
}
