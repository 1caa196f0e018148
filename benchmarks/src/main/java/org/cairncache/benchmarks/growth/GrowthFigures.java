package org.cairncache.benchmarks.growth;

import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Sheet;

/** What was measured, to be printed and published. */
public record GrowthFigures(List<Sheet> sheets, List<Chart> charts) {
  /** The figures of all parts, in their order. */
  static GrowthFigures together(List<GrowthFigures> parts) {
    return new GrowthFigures(
        parts.stream().flatMap(part -> part.sheets().stream()).toList(),
        parts.stream().flatMap(part -> part.charts().stream()).toList());
  }
}
