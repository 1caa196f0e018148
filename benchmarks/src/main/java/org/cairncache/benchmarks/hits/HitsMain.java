package org.cairncache.benchmarks.hits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.paired.Subjects;
import org.cairncache.benchmarks.report.Arguments;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Measured;

/** The hit ratio of bounded caches: replays traces and prints the table. */
public final class HitsMain {
  private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

  static {
    DEFAULTS.put("--provider", Subjects.DEFAULT_PROVIDER);
    DEFAULTS.put("--traces", "");
    DEFAULTS.put("--requests", "200000"); // of each synthetic trace
    DEFAULTS.put("--runs", "3");
    DEFAULTS.put("--burst", "16"); // see Replay
    DEFAULTS.put("--recorded", ""); // see Sampled
  }

  private HitsMain() {}

  /** Takes the options that stand in the README. */
  public static void main(String[] arguments) {
    System.out.println(Machine.describe());
    System.out.print(run(List.of(arguments)).text());
    System.exit(0); // some providers leave threads behind
  }

  /** Replays what the command line asks for; progress goes to standard error. */
  public static Measured run(List<String> commandLine) {
    return report(commandLine).measured();
  }

  static HitsReport report(List<String> commandLine) {
    Arguments arguments = Arguments.parse(DEFAULTS, commandLine);
    String provider = arguments.text("--provider");
    var contenders = new ArrayList<Contender>(Contender.all(provider));
    var tested = new ArrayList<>(List.of(contenders.get(1).id()));
    Contender.readThrough(provider)
        .ifPresent(
            through -> {
              contenders.add(2, through);
              tested.add(through.id());
            });
    for (String one : arguments.texts("--recorded")) {
      contenders.add(Sampled.recording(Integer.parseInt(one)));
    }
    contenders.add(Ordered.LRU);
    List<Trace> real = RealTraces.present();
    var run =
        new HitsRun(
            chosen(real, arguments),
            contenders,
            arguments.number("--runs", 1),
            arguments.number("--burst", 0),
            System.err::println);
    return new HitsReport(
        contenders, tested, run.rows(), real.isEmpty() ? List.of(RealTraces.ABSENT) : List.of());
  }

  private static List<Trace> chosen(List<Trace> real, Arguments arguments) {
    var traces = new ArrayList<>(SyntheticTraces.all(arguments.number("--requests", 1_000)));
    traces.addAll(real);
    List<String> ids = arguments.texts("--traces");
    List<String> known = traces.stream().map(Trace::id).toList();
    if (!known.containsAll(ids)) {
      throw new IllegalArgumentException("Traces are " + known + ", not " + ids);
    }
    traces.removeIf(trace -> !ids.isEmpty() && !ids.contains(trace.id()));
    return traces;
  }
}
