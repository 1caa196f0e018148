package org.cairncache.benchmarks.growth;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;

/** Collects the turns of threads and lays out their medians. For one thread. */
final class ThreadTables {
  private static final List<String> NOTES =
      List.of(
          "The median of the turns. Where there are more threads than processors, which the first"
              + " line of the run names, figures show contention, not speed-up.",
          "Whoever waits for a processor makes no operations: evenness means something only where a"
              + " turn is long for all threads to have had theirs, on a machine with nothing else to"
              + " do.",
          "CPU time is that of the calling threads: what is handed to the common pool is not in it.");

  private final List<Integer> threads;
  private final Map<Line, Map<Integer, List<Crowd.Turn>>> turns = new LinkedHashMap<>();

  ThreadTables(List<Integer> threads) {
    this.threads = threads;
  }

  private record Line(ThreadRow row, boolean bounded, String subject) {
    String what() {
      return row.label() + (bounded ? ", fit" : "");
    }
  }

  void add(ThreadRow row, boolean bounded, String subject, int threads, Crowd.Turn turn) {
    turns
        .computeIfAbsent(new Line(row, bounded, subject), unused -> new LinkedHashMap<>())
        .computeIfAbsent(threads, unused -> new ArrayList<>())
        .add(turn);
  }

  Measured figures() {
    return new Measured(
        List.of(
            sheet(
                "growth-threads",
                "Million operations per second, by the number of threads on one cache",
                "%.2f",
                turn -> turn.perSecond() / 1e6),
            sheet(
                "growth-threads-cpu",
                "Nanoseconds of CPU time per operation, by the number of threads on one cache",
                "%.0f",
                Crowd.Turn::cpuNanos),
            sheet(
                "growth-threads-evenness",
                "Operations of the slowest thread for each of the fastest; 0 would have starved",
                "%.2f",
                Crowd.Turn::evenness)),
        charts());
  }

  private Sheet sheet(
      String id, String title, String pattern, ToDoubleFunction<Crowd.Turn> figure) {
    List<String> heads = new ArrayList<>(List.of("operation", "subject"));
    threads.forEach(count -> heads.add("" + count));
    List<List<String>> lines = new ArrayList<>();
    for (Line line : turns.keySet()) {
      List<String> cells = new ArrayList<>(List.of(line.what(), line.subject));
      threads.forEach(count -> cells.add(format(pattern, median(line, count, figure))));
      lines.add(cells);
    }
    return new Sheet(id, title, heads, lines, NOTES);
  }

  private double median(Line line, int count, ToDoubleFunction<Crowd.Turn> figure) {
    List<Crowd.Turn> all = turns.getOrDefault(line, Map.of()).getOrDefault(count, List.of());
    return Quartiles.of(all.stream().mapToDouble(figure).toArray()).median();
  }

  private List<Chart> charts() {
    Map<String, List<Line>> byChart = new LinkedHashMap<>();
    for (Line line : turns.keySet()) {
      String id = line.row.name().toLowerCase(Locale.ROOT).replace('_', '-');
      byChart
          .computeIfAbsent(id + (line.bounded ? "-fit" : ""), unused -> new ArrayList<>())
          .add(line);
    }
    List<Chart> charts = new ArrayList<>();
    byChart.forEach(
        (id, lines) ->
            charts.add(
                new Chart(
                    "growth-threads-" + id,
                    "Throughput by threads: " + lines.get(0).what(),
                    new Chart.Axis("threads", true),
                    new Chart.Axis("million operations per second", true),
                    Chart.Kind.LINES,
                    lines.stream().map(this::series).toList())));
    return charts;
  }

  private Chart.Series series(Line line) {
    return new Chart.Series(
        line.subject,
        threads.stream()
            .map(
                count ->
                    new Chart.Point(
                        "" + count, count, median(line, count, turn -> turn.perSecond() / 1e6)))
            .toList());
  }
}
