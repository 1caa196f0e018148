package org.cairncache.benchmarks.scaling;

import java.util.List;
import java.util.stream.Stream;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Sheet;

/**
 * What came out of the simulation, to be published.
 *
 * @param sheets with ids that begin with {@code scaling-}
 * @param charts likewise
 */
public record Findings(List<Sheet> sheets, List<Chart> charts) {
  public Findings {
    sheets = List.copyOf(sheets);
    charts = List.copyOf(charts);
  }

  /** Both, these first. */
  Findings and(Findings others) {
    return new Findings(
        Stream.concat(sheets.stream(), others.sheets.stream()).toList(),
        Stream.concat(charts.stream(), others.charts.stream()).toList());
  }
}
