package org.cairncache.tck;

import java.util.ArrayList;
import java.util.List;

/**
 * What a subject must show. A test that is left out counts as passed, so the number left out is
 * part of it; and every number is exact, as more tests than expected is as much a surprise as
 * fewer.
 *
 * @param checks how many tests of this runner ran beside the TCK's, and passed
 */
record TckGate(int run, int excluded, int checks) {

  /** All tests of cache-tests 1.1.1 outside {@code org.jsr107.tck.annotation}. */
  private static final int STORE = 479;

  /** All tests in {@code org.jsr107.tck.annotation}. */
  private static final int ANNOTATIONS = 12;

  /** The tests of {@code org.cairncache.tck.cdi}. */
  private static final int CHECKS = 8;

  static TckGate store(int excluded) {
    return new TckGate(STORE, excluded, 0);
  }

  static TckGate container() {
    return new TckGate(ANNOTATIONS, 0, CHECKS);
  }

  /** One line for each number that is not as it must be; empty when all are. */
  List<String> violations(TckResult result) {
    List<String> violations = new ArrayList<>();
    expect(violations, "run", run, result.run());
    expect(violations, "failed", 0, result.failed());
    expect(violations, "errors", 0, result.errors());
    expect(violations, "excluded", excluded, result.excluded());
    expect(violations, "checks", checks, result.checked());
    expect(violations, "exit code", 0, result.exitCode());
    return violations;
  }

  private static void expect(List<String> violations, String what, long expected, long actual) {
    if (actual != expected) {
      violations.add(what + ": " + actual + " instead of " + expected);
    }
  }
}
