package org.cairncache.tck;

import java.time.Duration;
import java.util.List;

/**
 * What one run of the TCK came to.
 *
 * @param subject the name of what was tested
 * @param checks what this runner tested in the same JVM
 * @param excluded how many tests said that they were left out; the TCK lets them pass
 * @param exitCode of the JVM that ran the TCK
 * @param duration of that JVM, from start to end
 */
record TckResult(
    String subject,
    List<TckCase> tests,
    List<TckCase> checks,
    int excluded,
    int exitCode,
    Duration duration) {

  TckResult {
    tests = List.copyOf(tests);
    checks = List.copyOf(checks);
  }

  /** The tests that started: all but the skipped. */
  long run() {
    return tests.size() - count(TckCase.End.SKIPPED);
  }

  long failed() {
    return count(TckCase.End.FAILED);
  }

  long errors() {
    return count(TckCase.End.ERROR);
  }

  /** The checks that passed. */
  long checked() {
    return checks.stream().filter(check -> check.end() == TckCase.End.PASSED).count();
  }

  double seconds() {
    return duration.toMillis() / 1000.0;
  }

  private long count(TckCase.End end) {
    return tests.stream().filter(test -> test.end() == end).count();
  }
}
