package org.cairncache.benchmarks.cdi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cairncache.benchmarks.paired.CpuClock;
import org.cairncache.benchmarks.paired.Loop;
import org.cairncache.benchmarks.paired.LoopCopies;
import org.cairncache.benchmarks.paired.Operation;
import org.cairncache.benchmarks.paired.Sample;
import org.cairncache.benchmarks.paired.Workload;
import org.cairncache.benchmarks.report.Budget;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;
import org.cairncache.benchmarks.report.TextTable;

/**
 * What interceptors cost: calls of CDI beans side by side, turn by turn, as the time that a call
 * takes beyond a plain one through a proxy in the same round. The argument is the number of rounds,
 * 200 by default.
 */
public final class CdiMain {
  private static final int ENTRIES = 1_000;
  private static final int CALLS_OF_A_TURN = 16_384;
  private static final Budget BUDGET = Budget.atMost(150, 0);

  private final Workload workload = new Workload(ENTRIES, CALLS_OF_A_TURN, 0.99, 42);
  private final Map<LookupKind, Lookup> lookups = new EnumMap<>(LookupKind.class);
  private final Map<LookupKind, Loop> loops = new EnumMap<>(LookupKind.class);

  private CdiMain(LookupContainer container) {
    for (LookupKind kind : LookupKind.values()) {
      lookups.put(kind, container.lookup(kind, workload.stored()));
      loops.put(kind, LoopCopies.copyOf(LookupCall.class));
    }
  }

  /** Prints the table. */
  public static void main(String[] arguments) {
    int rounds = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
    System.out.println(Machine.describe());
    System.out.print(measure(rounds).text());
    System.out.println(Machine.describe());
  }

  /** The table and its chart, after so many rounds and as many before to warm up. */
  public static Measured measure(int rounds) {
    try (LookupContainer container = LookupContainer.start()) {
      List<Map<LookupKind, Sample>> measured = new CdiMain(container).rounds(rounds);
      return new Measured(List.of(sheet(measured)), List.of(chart(measured)));
    }
  }

  private List<Map<LookupKind, Sample>> rounds(int rounds) {
    List<Map<LookupKind, Sample>> measured = new ArrayList<>();
    Random order = new Random(42);
    for (int i = -rounds; i < rounds; i++) { // the first are to warm up
      Map<LookupKind, Sample> round = round(order);
      if (i >= 0) {
        measured.add(round);
      }
    }
    return measured;
  }

  private Map<LookupKind, Sample> round(Random order) {
    List<LookupKind> turns = new ArrayList<>(lookups.keySet());
    Collections.shuffle(turns, order);
    Map<LookupKind, Sample> round = new EnumMap<>(LookupKind.class);
    for (LookupKind kind : turns) {
      round.put(kind, turn(kind));
    }
    return round;
  }

  private Sample turn(LookupKind kind) {
    Lookup lookup = lookups.get(kind);
    Loop loop = loops.get(kind);
    if (lookup == null || loop == null) {
      throw new IllegalArgumentException(kind + " is not open");
    }
    Object[] keys = workload.keysFor(Operation.GET);
    long bytes = CpuClock.allocatedBytes();
    long nanos = CpuClock.CALLER.nanos();
    long answer = loop.run(lookup, keys, workload.values(), 0, CALLS_OF_A_TURN);
    nanos = CpuClock.CALLER.nanos() - nanos;
    bytes = CpuClock.allocatedBytes() - bytes;
    return new Sample((double) nanos / CALLS_OF_A_TURN, (double) bytes / CALLS_OF_A_TURN, answer);
  }

  private static Sheet sheet(List<Map<LookupKind, Sample>> rounds) {
    return new Sheet(
        "cdi",
        "A call of a bean whose result is in the cache, CPU time of the caller",
        List.of(
            "call",
            "ns",
            "ns beyond plain [quartiles]",
            "times the trivial one",
            "bytes",
            "budget beyond plain",
            "verdict"),
        Arrays.stream(LookupKind.values()).map(kind -> line(kind, rounds)).toList(),
        List.of(
            TextTable.format(
                "Medians of %d rounds, in which each kind of call has a turn; differences and"
                    + " ratios are taken within the round.",
                rounds.size()),
            "Plain is a call through the proxy, trivial one with an interceptor that proceeds."));
  }

  private static Chart chart(List<Map<LookupKind, Sample>> rounds) {
    List<Chart.Point> points = new ArrayList<>();
    for (LookupKind kind : LookupKind.values()) {
      if (kind != LookupKind.PLAIN) {
        double more = beyondPlain(kind, rounds).median();
        points.add(new Chart.Point(kind.label(), points.size(), more));
      }
    }
    return new Chart(
            "cdi-calls",
            "What an interceptor adds to a call of a bean",
            new Chart.Axis("call", false),
            new Chart.Axis("ns of CPU time beyond a plain call through the proxy", false),
            Chart.Kind.BARS,
            List.of(new Chart.Series("median", points)))
        .withReference("budget of @CacheResult", BUDGET.limit());
  }

  private static List<String> line(LookupKind kind, List<Map<LookupKind, Sample>> rounds) {
    Quartiles more = beyondPlain(kind, rounds);
    Quartiles times =
        Quartiles.of(
            rounds.stream()
                .mapToDouble(round -> nanos(round, kind) / nanos(round, LookupKind.TRIVIAL))
                .toArray());
    double[] nanos = rounds.stream().mapToDouble(round -> nanos(round, kind)).toArray();
    double[] bytes = rounds.stream().mapToDouble(round -> sample(round, kind).bytes()).toArray();
    boolean judged = kind == LookupKind.RESULT;
    return List.of(
        kind.label(),
        TextTable.format("%.0f", Quartiles.of(nanos).median()),
        TextTable.format("%+.0f [%+.0f–%+.0f]", more.median(), more.lower(), more.upper()),
        TextTable.format("%.2f", times.median()),
        TextTable.format("%.0f", Quartiles.of(bytes).median()),
        judged ? BUDGET.text() : TextTable.NONE,
        judged ? BUDGET.verdict(more.median()) : "");
  }

  private static Quartiles beyondPlain(LookupKind kind, List<Map<LookupKind, Sample>> rounds) {
    return Quartiles.of(
        rounds.stream()
            .mapToDouble(round -> nanos(round, kind) - nanos(round, LookupKind.PLAIN))
            .toArray());
  }

  private static double nanos(Map<LookupKind, Sample> round, LookupKind kind) {
    return sample(round, kind).nanos();
  }

  private static Sample sample(Map<LookupKind, Sample> round, LookupKind kind) {
    return round.getOrDefault(kind, new Sample(Double.NaN, Double.NaN, 0));
  }
}
