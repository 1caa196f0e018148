package org.cairncache.benchmarks.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Axis;
import org.cairncache.benchmarks.report.Chart.Kind;
import org.cairncache.benchmarks.report.Chart.Point;
import org.cairncache.benchmarks.report.Chart.Series;

/** Draws a report as groups of bars: a group for each row, in it a bar for each subject. */
final class Bars {
  private final Report report;

  Bars(Report report) {
    this.report = report;
  }

  /** The charts that have bars. */
  List<Chart> charts() {
    var charts = new ArrayList<Chart>();
    Figures figures = report.figures();
    if (!figures.timed().isEmpty()) {
      charts.add(ratios(figures.timed()));
    }
    if (!figures.footprints().isEmpty()) {
      charts.add(weights(figures.footprints()));
    }
    return charts;
  }

  /** Raw Caffeine, to which all are relative, needs no bars. */
  private Chart ratios(List<RowResult> rows) {
    return new Chart(
        "paired-ratios",
        "CPU time per call, raw Caffeine = 1",
        new Axis("operation", false),
        new Axis("ratio to raw Caffeine", true),
        Kind.BARS,
        series(
            report.subjects().subList(1, report.subjects().size()),
            rows,
            row -> row.row().label(),
            RowResult::cells,
            cell -> cell.ratio().median()));
  }

  private Chart weights(List<FootprintResult> rows) {
    return new Chart(
        "paired-bytes",
        "Bytes of heap per entry, without key and value",
        new Axis("cache", false),
        new Axis("bytes", false),
        Kind.BARS,
        series(
            report.subjects(),
            rows,
            row -> row.row().label(),
            FootprintResult::bytes,
            bytes -> bytes));
  }

  /** The subjects' bars, without those who have none. */
  private static <R, C> List<Series> series(
      List<Subject> subjects,
      List<R> rows,
      Function<R, String> label,
      Function<R, Map<String, C>> cells,
      Function<C, Double> height) {
    var all = new ArrayList<Series>();
    for (Subject subject : subjects) {
      var points = new ArrayList<Point>();
      for (int i = 0; i < rows.size(); i++) {
        C cell = cells.apply(rows.get(i)).get(subject.id());
        if (cell != null) {
          points.add(new Point(label.apply(rows.get(i)), i, height.apply(cell)));
        }
      }
      if (!points.isEmpty()) {
        all.add(new Series(subject.label(), points));
      }
    }
    return all;
  }
}
