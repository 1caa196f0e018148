package org.cairncache.benchmarks.growth;

import java.io.PrintStream;

/** The other end of {@link ChildTrials}: a line of standard output for each reading. */
final class TrialMain {
  private TrialMain() {}

  /** Takes medium, provider and number of entries. */
  public static void main(String[] arguments) {
    PrintStream answers = System.out;
    System.setOut(System.err);
    try {
      Trials.here(arguments[1])
          .run(Medium.valueOf(arguments[0]), Integer.parseInt(arguments[2]))
          .forEach((reading, figure) -> answers.println(reading.name() + " " + figure));
    } catch (Throwable failure) {
      failure.printStackTrace();
      System.exit(1);
    }
    System.exit(0); // some providers leave threads behind
  }
}
