package org.cairncache.benchmarks.file;

import static org.cairncache.benchmarks.report.TextTable.NONE;
import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.jmh.JmhRun;
import org.cairncache.benchmarks.jmh.Score;
import org.cairncache.benchmarks.report.Budget;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Axis;
import org.cairncache.benchmarks.report.Chart.Point;
import org.cairncache.benchmarks.report.Chart.Series;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;

/** How many operations a cache in files does in a second: {@link FileBenchmark} as a table. */
public final class FileMain {
  private static final Map<String, String> OPERATIONS =
      Map.of("get", "get", "put", "put", "durablePut", "put, durable", "invoke", "invoke");
  private static final List<String> ORDER = List.of("get", "put", "durablePut", "invoke");
  private static final Map<String, Budget> BUDGETS =
      Map.of("get", Budget.atLeast(30_000, 0), "put", Budget.atLeast(5_000, 0));

  private FileMain() {}

  /** Prints the table; {@code --quick} for a moment's run, which means nothing. */
  public static void main(String[] arguments) {
    System.out.println(Machine.describe());
    System.out.print(measure(List.of(arguments).contains("--quick")).text());
    System.out.println(Machine.describe());
  }

  /** The table and its chart, after about two minutes, or a second if it is to be quick. */
  public static Measured measure(boolean quick) {
    List<Score> scores =
        new ArrayList<>(JmhRun.of(FileBenchmark.class, quick, Map.of("entries", "100")));
    scores.sort((a, b) -> ORDER.indexOf(a.method()) - ORDER.indexOf(b.method()));
    return new Measured(
        List.of(
            new Sheet(
                "file",
                "A cache in files, one thread",
                List.of("operation", "µs: median [quartiles]", "per second", "budget", "verdict"),
                scores.stream().map(FileMain::line).toList(),
                List.of(
                    scores.get(0).parameters().get("entries")
                        + " entries of 1 kB through javax.cache, in a temporary directory;"
                        + " every key in turn, so that the system has them all in memory.",
                    "A put is in the file when it returns, and a durable one on the disk.",
                    "JMH, elapsed time."))),
        List.of(chart(scores)));
  }

  private static List<String> line(Score score) {
    Quartiles micros = score.time();
    Budget budget = BUDGETS.get(score.method());
    return List.of(
        name(score),
        format("%.1f [%.1f–%.1f]", micros.median(), micros.lower(), micros.upper()),
        format("%,.0f", perSecond(score)),
        budget == null ? NONE : budget.text(),
        budget == null ? "" : budget.verdict(perSecond(score)));
  }

  private static Chart chart(List<Score> scores) {
    List<Point> points = new ArrayList<>();
    for (Score score : scores) {
      points.add(new Point(name(score), points.size(), perSecond(score)));
    }
    return new Chart(
        "file-throughput",
        "A cache in files: operations per second of one thread",
        new Axis("operation", false),
        new Axis("operations/s (logarithmic)", true),
        Chart.Kind.BARS,
        List.of(new Series("Cairn, 1 kB values", points)));
  }

  private static String name(Score score) {
    return OPERATIONS.getOrDefault(score.method(), score.method());
  }

  private static double perSecond(Score score) {
    return 1e6 / score.time().median();
  }
}
