package org.cairncache.examples.swr;

import java.time.Duration;

/**
 * One call and its answer.
 *
 * @param time since the start, by the clock of the example
 * @param answer the value, or what was thrown
 * @param how the function was answered
 * @param took in real time
 * @param right whether it is what it must be
 */
record Step(Duration time, String what, String answer, String how, Duration took, boolean right) {
  static final String HEADER =
      String.format("%-6s%-34s%-16s%-22s%9s%n", "time", "", "answer", "how", "took");

  @Override
  public String toString() {
    return String.format(
        "%02d:%02d %-34s%-16s%-22s%6d ms%s%n",
        time.toHours(),
        time.toMinutesPart(),
        what,
        answer,
        how,
        took.toMillis(),
        right ? "" : "  WRONG");
  }
}
