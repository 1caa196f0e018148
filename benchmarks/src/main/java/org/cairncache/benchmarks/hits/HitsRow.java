package org.cairncache.benchmarks.hits;

import java.util.Map;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * What caches of one size hit of one trace.
 *
 * @param optimum in percent
 * @param percents of the runs, by the contender's id, in the order of the contenders
 */
record HitsRow(Trace trace, int size, double optimum, Map<String, Quartiles> percents) {
  /** Medians in percent, or NaN for who did not take part. */
  double percent(String contender) {
    Quartiles own = percents.get(contender);
    return own == null ? Double.NaN : own.median();
  }
}
