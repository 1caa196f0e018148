package org.cairncache.benchmarks.paired;

import java.util.List;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Sheet;

/**
 * A run's figures beside the budgets, for people.
 *
 * @param subjects raw Caffeine first, the provider under test second
 * @param figures the medians over the JVMs, or what the only one measured
 * @param jvms what each JVM measured
 */
public record Report(Options options, List<Subject> subjects, Figures figures, List<Figures> jvms) {
  /** Ratios of CPU time, allocation and bytes per entry; without those that nobody asked for. */
  public List<Sheet> sheets() {
    return new Tables(this).sheets();
  }

  /** What the tables show, to look at. */
  public List<Chart> charts() {
    return new Bars(this).charts();
  }

  /** The tables, under what was measured and where. */
  String text() {
    String versions =
        subjects.stream()
            .map(s -> s.label() + ": " + s.artifact() + "\n")
            .collect(Collectors.joining());
    String tables = sheets().stream().map(Sheet::text).collect(Collectors.joining("\n"));
    return Machine.describe() + "\n" + versions + "\n" + tables;
  }

  Verdict verdict() {
    return new Verdict(
        subjects.get(1).id(),
        subjects.stream().collect(Collectors.toMap(Subject::id, Subject::label)));
  }
}
