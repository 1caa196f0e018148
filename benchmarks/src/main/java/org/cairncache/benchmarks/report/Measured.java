package org.cairncache.benchmarks.report;

import java.util.List;

/** What a benchmark has to publish, in the order of its page. */
public record Measured(List<Sheet> sheets, List<Chart> charts) {
  /**
   * Figures, of which there are some.
   *
   * @throws IllegalArgumentException if there is no table, or one without lines
   */
  public Measured {
    sheets = List.copyOf(sheets);
    charts = List.copyOf(charts);
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    for (Sheet sheet : sheets) {
      if (sheet.lines().isEmpty()) {
        throw new IllegalArgumentException(sheet.id() + " has no figures");
      }
    }
  }

  /** All of these, in their order. */
  public static Measured together(List<Measured> parts) {
    return new Measured(
        parts.stream().flatMap(part -> part.sheets().stream()).toList(),
        parts.stream().flatMap(part -> part.charts().stream()).toList());
  }

  /** All tables, as a terminal shows them. */
  public String text() {
    return String.join("\n", sheets.stream().map(Sheet::text).toList());
  }
}
