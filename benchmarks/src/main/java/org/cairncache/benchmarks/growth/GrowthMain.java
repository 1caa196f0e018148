package org.cairncache.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Measured;

/** Measures how cost grows with threads and entries, and prints the tables. */
public final class GrowthMain {
  private GrowthMain() {}

  /** Takes {@link GrowthOptions}. */
  public static void main(String[] arguments) {
    System.out.println(Machine.describe());
    System.out.print(run(List.of(arguments)).text());
    System.out.println(Machine.describe());
    System.exit(0); // some providers leave threads behind
  }

  /** Measures what the command line asks for; progress goes to standard error. */
  public static Measured run(List<String> arguments) {
    GrowthOptions options = GrowthOptions.parse(arguments);
    return run(options, new ChildTrials(options.provider()));
  }

  static Measured run(GrowthOptions options, Trials trials) {
    List<Measured> parts = new ArrayList<>();
    for (String part : options.parts()) {
      parts.add(
          switch (part) {
            case "threads" -> new ThreadGrowth(options).measure();
            case "memory" -> EntryGrowth.MEMORY.measure(options, trials);
            case "files" -> EntryGrowth.FILES.measure(options, trials);
            case "redis" -> EntryGrowth.REDIS.measure(options, trials);
            default -> throw new IllegalArgumentException(part);
          });
    }
    return Measured.together(parts);
  }
}
