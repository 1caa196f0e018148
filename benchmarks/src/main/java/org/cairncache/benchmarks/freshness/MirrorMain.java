package org.cairncache.benchmarks.freshness;

import static org.cairncache.benchmarks.report.TextTable.NONE;
import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.jmh.JmhRun;
import org.cairncache.benchmarks.jmh.Score;
import org.cairncache.benchmarks.report.Budget;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;

/** What reading a mirror costs beside a volatile field: {@link MirrorBenchmark} as a table. */
public final class MirrorMain {
  private static final Budget BUDGET = Budget.atMost(1.2, 2);

  private MirrorMain() {}

  /** Prints the table; {@code --quick} for a moment's run, which means nothing. */
  public static void main(String[] arguments) {
    System.out.println(Machine.describe());
    System.out.print(measure(List.of(arguments).contains("--quick")).text());
    System.out.println(Machine.describe());
  }

  /** The table, after about a minute, or a second if it is to be quick. */
  public static Measured measure(boolean quick) {
    List<Score> scores = JmhRun.of(MirrorBenchmark.class, quick, Map.of());
    Quartiles field = time(scores, "field");
    Quartiles mirror = time(scores, "mirror");
    double ratio = mirror.median() / field.median();
    return new Measured(
        List.of(
            new Sheet(
                "mirror",
                "Reading the value of a background task, one thread",
                List.of("reader", "ns: median [quartiles]", "million/s", "ratio", "budget", ""),
                List.of(
                    List.of("volatile field", nanos(field), millions(field), "1", NONE, ""),
                    List.of(
                        "mirror",
                        nanos(mirror),
                        millions(mirror),
                        format("%.2f", ratio),
                        BUDGET.text(),
                        BUDGET.verdict(ratio))),
                List.of(
                    "Both are behind a java.util.function.Supplier. JMH, elapsed time, several"
                        + " JVMs for each reader; the quartiles are those of all iterations."))),
        List.of());
  }

  private static Quartiles time(List<Score> scores, String reader) {
    return scores.stream()
        .filter(score -> reader.equals(score.parameters().get("reader")))
        .map(Score::time)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No figure of the reader " + reader));
  }

  private static String nanos(Quartiles time) {
    return format("%.2f [%.2f–%.2f]", time.median(), time.lower(), time.upper());
  }

  private static String millions(Quartiles time) {
    return format("%,.0f", 1e3 / time.median());
  }
}
