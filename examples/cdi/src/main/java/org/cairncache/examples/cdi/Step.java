package org.cairncache.examples.cdi;

import java.time.Duration;

/**
 * What was asked, and what came of it.
 *
 * @param walks how often somebody walked to the warehouse for it
 * @param took in real time, for those who asked
 * @param right whether it is what it must be
 */
record Step(String what, String answer, int walks, Duration took, boolean right) {
  static final String HEADER = String.format("%-44s%-12s%6s%10s%n", "", "answer", "walks", "took");

  @Override
  public String toString() {
    return String.format(
        "%-44s%-12s%6d%7d ms%s%n", what, answer, walks, took.toMillis(), right ? "" : "  WRONG");
  }
}
