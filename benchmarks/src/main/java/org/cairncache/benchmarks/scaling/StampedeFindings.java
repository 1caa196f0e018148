package org.cairncache.benchmarks.scaling;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;

/** What happens when a popular key ends. */
final class StampedeFindings {
  private static final int ROUNDS = 500;
  private static final long SEED = 42;
  private static final List<Stampede> CASES =
      List.of(
          new Stampede(8, 50, 50),
          new Stampede(8, 100, 200),
          new Stampede(8, 1_000, 1_000),
          new Stampede(32, 1_000, 1_000),
          new Stampede(100, 5_000, 2_000));

  private StampedeFindings() {}

  /** Simulates all of them. */
  static Measured of() {
    return new Measured(List.of(loads(), waits()), List.of(chart()));
  }

  private static Stampede.Result result(Stampede stampede, Protection protection) {
    int rounds = Math.max(10, ROUNDS * 10 / (int) (10 + stampede.callsPerSecond()));
    return stampede.run(protection, rounds, SEED);
  }

  private static String name(Stampede stampede) {
    return format(
        "%d nodes, %.0f calls/s, load of %.0f ms",
        stampede.nodes(), stampede.callsPerSecond(), stampede.loadMillis());
  }

  private static Sheet loads() {
    List<String> columns = new ArrayList<>(List.of(""));
    for (Protection protection : Protection.values()) {
      columns.add(protection.text());
    }
    List<List<String>> lines = new ArrayList<>();
    for (Stampede stampede : CASES) {
      List<String> line = new ArrayList<>(List.of(name(stampede)));
      for (Protection protection : Protection.values()) {
        line.add(Rounded.text(result(stampede, protection).loads()));
      }
      lines.add(line);
    }
    return new Sheet(
        "scaling-stampede", "Loads each time that the key ends", columns, lines, List.of());
  }

  private static Sheet waits() {
    List<List<String>> lines = new ArrayList<>();
    for (Protection protection : Protection.values()) {
      Stampede.Result result = result(CASES.get(3), protection);
      lines.add(
          List.of(
              protection.text(),
              format("%.0f", result.loads()),
              format("%.0f", result.waiting()),
              format("%.0f ms", result.longestMillis()),
              format("%.0f", result.looks())));
    }
    return new Sheet(
        "scaling-stampede-waits",
        name(CASES.get(3)) + ", each time that the key ends",
        List.of("", "loads", "callers that wait", "the longest", "reads of the store meanwhile"),
        lines,
        List.of());
  }

  private static Chart chart() {
    List<Chart.Series> series = new ArrayList<>();
    for (Protection protection : Protection.values()) {
      List<Chart.Point> points = new ArrayList<>();
      for (Stampede stampede : CASES) {
        points.add(
            new Chart.Point(name(stampede), points.size(), result(stampede, protection).loads()));
      }
      series.add(new Chart.Series(protection.text().replace("`", ""), points));
    }
    return new Chart(
        "scaling-stampede",
        "Loads each time that a popular key ends",
        new Chart.Axis("nodes, calls and loads", false),
        new Chart.Axis("loads", true),
        Chart.Kind.BARS,
        series);
  }
}
