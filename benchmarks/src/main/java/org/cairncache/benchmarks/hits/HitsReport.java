package org.cairncache.benchmarks.hits;

import static org.cairncache.benchmarks.report.TextTable.NONE;
import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Axis;
import org.cairncache.benchmarks.report.Chart.Point;
import org.cairncache.benchmarks.report.Chart.Series;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;

/**
 * Tells the rows of a run.
 *
 * @param tested ids of the contenders that have to be as good as raw Caffeine
 */
record HitsReport(
    List<Contender> contenders, List<String> tested, List<HitsRow> rows, List<String> notes) {
  /** How many points fewer hits than raw Caffeine are as good. */
  static final double BUDGET = 0.5;

  static final String RAW = "raw";

  Measured measured() {
    return new Measured(List.of(sheet()), charts());
  }

  /** One table: a line for each trace and size. */
  Sheet sheet() {
    var columns = new ArrayList<>(List.of("trace", "size", "full after", "optimum"));
    contenders.forEach(contender -> columns.add(contender.label()));
    columns.add("");
    return new Sheet(
        "hit-ratio",
        "Hits in percent of requests, by the maximum size of the cache",
        columns,
        rows.stream().map(this::line).toList(),
        notes);
  }

  /** A chart for each trace. */
  List<Chart> charts() {
    return rows.stream().map(HitsRow::trace).distinct().map(this::chart).toList();
  }

  private Chart chart(Trace trace) {
    List<HitsRow> own = rows.stream().filter(row -> row.trace() == trace).toList();
    var series = new ArrayList<Series>();
    series.add(new Series("optimum", own.stream().map(r -> point(r, r.optimum())).toList()));
    for (Contender contender : contenders) {
      series.add(
          new Series(
              contender.label(),
              own.stream().map(row -> point(row, row.percent(contender.id()))).toList()));
    }
    return new Chart(
        "hit-ratio-" + trace.id(),
        "Hits of " + trace.label(),
        new Axis("maximum size, entries", true),
        new Axis("hits, percent of requests", false),
        Chart.Kind.LINES,
        series);
  }

  private static Point point(HitsRow row, double percent) {
    return new Point(format("%,d", row.size()), row.size(), percent);
  }

  private List<String> line(HitsRow row) {
    var line = new ArrayList<String>();
    line.add(row.trace().label());
    line.add(format("%,d", row.size()));
    line.add(format("%.0f %%", row.trace().percentUntilFull(row.size())));
    line.add(format("%.2f", row.optimum()));
    contenders.forEach(contender -> line.add(cell(row.percent(contender.id()))));
    line.add(verdict(row));
    return line;
  }

  private static String cell(double percent) {
    return Double.isNaN(percent) ? NONE : format("%.2f", percent);
  }

  /** Whether the tested are within the budget, and who else has more hits than they by more. */
  String verdict(HitsRow row) {
    var words = new ArrayList<String>();
    for (String id : tested) {
      double more = row.percent(id) - row.percent(RAW);
      if (!(Math.abs(more) <= BUDGET)) {
        words.add(format("%s %+.2f%s", id, more, remark(row, id)));
      }
    }
    double own = row.percent(tested.get(0));
    String ahead =
        contenders.stream()
            .filter(contender -> !contender.id().equals(RAW) && !tested.contains(contender.id()))
            .filter(contender -> row.percent(contender.id()) - own > BUDGET)
            .map(Contender::label)
            .collect(Collectors.joining(", "));
    return (words.isEmpty() ? "met" : String.join(", ", words))
        + (ahead.isEmpty() ? "" : "; more hits: " + ahead);
  }

  /** Runs of one contender differ too: a budget is exceeded where the quartiles do not meet. */
  private static String remark(HitsRow row, String id) {
    Quartiles raw = row.percents().get(RAW);
    Quartiles own = row.percents().get(id);
    if (raw == null || own == null) {
      return " no figure";
    }
    if (own.upper() < raw.lower()) {
      return " OVER";
    }
    return own.lower() > raw.upper() ? "" : " within the quartiles";
  }
}
