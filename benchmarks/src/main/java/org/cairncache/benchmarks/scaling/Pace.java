package org.cairncache.benchmarks.scaling;

/** Lets time pass in steps, with so many calls in each as the rate asks for. For one thread. */
final class Pace {
  private static final long STEP_MILLIS = 10;

  private final Nodes nodes;
  private final double callsOfStep;
  private double owed;

  /** So many calls a second of all nodes together. */
  Pace(Nodes nodes, double callsPerSecond) {
    this.nodes = nodes;
    this.callsOfStep = callsPerSecond * STEP_MILLIS / 1000;
  }

  /** Makes the calls of so much time. */
  void run(long millis, Runnable call) {
    for (long passed = 0; passed < millis; passed += STEP_MILLIS) {
      nodes.pass(STEP_MILLIS);
      for (owed += callsOfStep; owed >= 1; owed--) {
        call.run();
      }
    }
  }
}
