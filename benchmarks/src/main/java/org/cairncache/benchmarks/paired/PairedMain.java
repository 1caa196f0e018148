package org.cairncache.benchmarks.paired;

import java.io.IOException;
import java.util.List;

/** The paired benchmark: measures the provider under test and its peers, prints the tables. */
public final class PairedMain {
  private PairedMain() {}

  /** Takes {@link Options}. */
  public static void main(String[] arguments) throws IOException {
    Report report = run(List.of(arguments));
    System.out.println();
    System.out.print(report.text());
    JsonReport.write(report, report.options().json());
    System.out.println("\nWritten to " + report.options().json());
    System.exit(0); // some providers leave threads behind
  }

  /**
   * Measures what the command line asks for; progress goes to standard error. Some providers leave
   * threads behind.
   */
  public static Report run(List<String> arguments) {
    Options options = Options.parse(arguments);
    Rows.check(options.rows());
    List<Subject> subjects = Subjects.chosen(options);
    if (options.jvms() > 1) {
      List<Figures> runs = new Jvms(arguments, System.err::println).run(options.jvms());
      return new Report(options, subjects, Figures.over(runs), runs);
    }
    Figures figures = measure(arguments, options, subjects);
    return new Report(options, subjects, figures, List.of(figures));
  }

  private static Figures measure(List<String> arguments, Options options, List<Subject> subjects) {
    List<RowResult> timed;
    try (Lanes lanes = options.isolated() ? new ChildLanes(arguments) : Lanes.local(options)) {
      timed = new PairedRun(subjects, options, lanes, System.err::println).run();
    }
    return new Figures(timed, new Footprint(subjects, options, System.err::println).run());
  }
}
