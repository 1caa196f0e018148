package org.cairncache.benchmarks.paired;

import java.io.IOException;
import java.util.List;

/** The paired benchmark: measures the provider under test and its peers, prints the tables. */
final class PairedMain {
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

  /** Measures what the command line asks for; progress goes to standard error. */
  static Report run(List<String> arguments) {
    Options options = Options.parse(arguments);
    Rows.check(options.rows());
    List<Subject> subjects = Subjects.all(options.provider());
    List<RowResult> timed;
    try (Lanes lanes = options.isolated() ? new ChildLanes(arguments) : Lanes.local(options)) {
      timed = new PairedRun(subjects, options, lanes, System.err::println).run();
    }
    var footprints = new Footprint(subjects, options, System.err::println).run();
    return new Report(options, subjects, timed, footprints);
  }
}
