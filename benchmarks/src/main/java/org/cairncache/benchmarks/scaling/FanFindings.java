package org.cairncache.benchmarks.scaling;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;
import org.cairncache.benchmarks.report.TextTable;

/** What notices cost, and what losing them does. */
final class FanFindings {
  private static final FanLoad BASE =
      new FanLoad(10, 300, 0.9, 10, 0.01, Duration.ofMinutes(1), 0, 42);
  private static final FanLoad BUSY =
      new FanLoad(10, 300, 0.9, 50, 0.01, Duration.ofMinutes(1), 0, 42);
  private static final int[] NODES = {1, 2, 5, 10, 20, 50, 100};
  private static final double[] WRITES = {0.001, 0.01, 0.05, 0.1, 0.2, 0.5};

  private FanFindings() {}

  /** Simulates all of them. */
  static Measured of() {
    List<List<FanResult>> byNodes = new ArrayList<>();
    for (int nodes : NODES) {
      List<FanResult> results = new ArrayList<>();
      for (double writes : WRITES) {
        if (results.isEmpty() || results.get(results.size() - 1).noticesOfReadSaved() < 10) {
          results.add(FanRun.of(BASE.with(nodes, writes)));
        }
      }
      byNodes.add(results);
    }
    return new Measured(List.of(fan(byNodes), stale()), List.of(chart(byNodes)));
  }

  private static Sheet fan(List<List<FanResult>> byNodes) {
    List<String> columns = new ArrayList<>(List.of("nodes", "notices of a put"));
    for (double writes : WRITES) {
      columns.add(format("%.1f %% puts", 100 * writes));
    }
    columns.add("as many notices as reads saved at");
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < NODES.length; i++) {
      List<String> line = new ArrayList<>();
      line.add(String.valueOf(NODES[i]));
      line.add(format("%.0f", byNodes.get(i).get(1).noticesOfPut()));
      for (int j = 0; j < WRITES.length; j++) {
        List<FanResult> results = byNodes.get(i);
        line.add(j < results.size() ? Rounded.text(results.get(j).noticesOfReadSaved()) : "more");
      }
      line.add(breakEven(byNodes.get(i)));
      lines.add(line);
    }
    return new Sheet(
        "scaling-fan", "Notices for each read that a near level saves", columns, lines, List.of());
  }

  // Between two simulated shares, on the line through them in logarithms.
  private static String breakEven(List<FanResult> results) {
    for (int i = 1; i < results.size(); i++) {
      double below = Math.log(results.get(i - 1).noticesOfReadSaved());
      double above = Math.log(results.get(i).noticesOfReadSaved());
      if (below < 0 && above >= 0) {
        double way = -below / (above - below);
        double share = WRITES[i - 1] * Math.pow(WRITES[i] / WRITES[i - 1], way);
        return format("%.1f %% puts", 100 * share);
      }
    }
    return TextTable.NONE;
  }

  private static Sheet stale() {
    List<List<String>> lines = new ArrayList<>();
    for (int seconds : new int[] {10, 60}) {
      for (double lost : new double[] {0, 0.01, 0.1, 1}) {
        FanResult result = FanRun.of(BUSY.losing(lost, Duration.ofSeconds(seconds)));
        lines.add(
            List.of(
                seconds + " s",
                format("%.1f %%", 100 * lost),
                format("%.2f %%", 100 * result.staleRatio()),
                format("%.0f s", result.oldestMillis() / 1000.0)));
      }
    }
    return new Sheet(
        "scaling-stale",
        "What is served though it was replaced, of 10 nodes with 1 % puts",
        List.of("ttl", "notices lost", "gets", "the longest"),
        lines,
        List.of());
  }

  private static Chart chart(List<List<FanResult>> byNodes) {
    List<Chart.Series> series = new ArrayList<>();
    for (int i = 0; i < WRITES.length; i++) {
      List<Chart.Point> points = new ArrayList<>();
      for (int j = 1; j < NODES.length; j++) {
        if (i < byNodes.get(j).size()) {
          double y = byNodes.get(j).get(i).noticesOfReadSaved();
          points.add(new Chart.Point(String.valueOf(NODES[j]), NODES[j], y));
        }
      }
      series.add(new Chart.Series(format("%.1f %% puts", 100 * WRITES[i]), points));
    }
    return new Chart(
        "scaling-fan",
        "Notices for each read that a near level saves",
        new Chart.Axis("nodes", true),
        new Chart.Axis("notices for each read saved", true),
        Chart.Kind.LINES,
        series);
  }
}
