package org.cairncache.benchmarks.cdi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.cairncache.benchmarks.paired.CpuClock;
import org.cairncache.benchmarks.paired.Loop;
import org.cairncache.benchmarks.paired.LoopCopies;
import org.cairncache.benchmarks.paired.Operation;
import org.cairncache.benchmarks.paired.Sample;
import org.cairncache.benchmarks.paired.Workload;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.TextTable;

/**
 * What interceptors cost: calls of CDI beans side by side, turn by turn, as the time that a call
 * takes beyond a plain one through a proxy in the same round. The argument is the number of rounds,
 * 200 by default.
 */
public final class CdiMain {
  private static final int ENTRIES = 1_000;
  private static final int CALLS_OF_A_TURN = 16_384;
  private static final double BUDGET_NANOS = 150;

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
    System.out.print(table(rounds));
    System.out.println(Machine.describe());
  }

  static String table(int rounds) {
    try (LookupContainer container = LookupContainer.start()) {
      return new CdiMain(container).measure(rounds);
    }
  }

  private String measure(int rounds) {
    List<Map<LookupKind, Sample>> measured = new ArrayList<>();
    Random order = new Random(42);
    for (int i = -rounds; i < rounds; i++) { // the first are to warm up
      Map<LookupKind, Sample> round = round(order);
      if (i >= 0) {
        measured.add(round);
      }
    }
    TextTable table = new TextTable();
    table.add(List.of("call", "ns", "more than plain [quartiles]", "times trivial", "bytes", ""));
    for (LookupKind kind : LookupKind.values()) {
      table.add(line(kind, measured));
    }
    return table.text();
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

  private static List<String> line(LookupKind kind, List<Map<LookupKind, Sample>> rounds) {
    Quartiles more =
        Quartiles.of(
            rounds.stream()
                .mapToDouble(round -> nanos(round, kind) - nanos(round, LookupKind.PLAIN))
                .toArray());
    Quartiles times =
        Quartiles.of(
            rounds.stream()
                .mapToDouble(round -> nanos(round, kind) / nanos(round, LookupKind.TRIVIAL))
                .toArray());
    double[] nanos = rounds.stream().mapToDouble(round -> nanos(round, kind)).toArray();
    double[] bytes = rounds.stream().mapToDouble(round -> sample(round, kind).bytes()).toArray();
    return List.of(
        kind.name().toLowerCase(Locale.ROOT),
        TextTable.format("%.0f", Quartiles.of(nanos).median()),
        TextTable.format("%+.0f [%+.0f %+.0f]", more.median(), more.lower(), more.upper()),
        TextTable.format("%.2f", times.median()),
        TextTable.format("%.0f", Quartiles.of(bytes).median()),
        verdict(kind, more));
  }

  private static String verdict(LookupKind kind, Quartiles more) {
    if (kind != LookupKind.RESULT) {
      return "";
    }
    return TextTable.format(
        "budget %+.0f%s", BUDGET_NANOS, more.median() > BUDGET_NANOS ? " OVER" : "");
  }

  private static double nanos(Map<LookupKind, Sample> round, LookupKind kind) {
    return sample(round, kind).nanos();
  }

  private static Sample sample(Map<LookupKind, Sample> round, LookupKind kind) {
    return round.getOrDefault(kind, new Sample(Double.NaN, Double.NaN, 0));
  }
}
