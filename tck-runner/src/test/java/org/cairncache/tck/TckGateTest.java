package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cairncache.tck.TckCase.End;
import org.junit.jupiter.api.Test;

final class TckGateTest {

  private static final Duration TIME = Duration.ofSeconds(39);

  private final TckGate gate = new TckGate(479, 13, 2);

  @Test
  void violations_exactNumbers_none() {
    assertThat(gate.violations(result(479, 0, 0, 13, 0))).isEmpty();
  }

  @Test
  void violations_oneTestFewer_named() {
    assertThat(gate.violations(result(478, 0, 0, 13, 0)))
        .containsExactly("run: 478 instead of 479");
  }

  @Test
  void violations_oneTestMore_named() {
    assertThat(gate.violations(result(480, 0, 0, 13, 0)))
        .containsExactly("run: 480 instead of 479");
  }

  @Test
  void violations_oneFailure_named() {
    assertThat(gate.violations(result(478, 1, 0, 13, 1)))
        .containsExactly("failed: 1 instead of 0", "exit code: 1 instead of 0");
  }

  @Test
  void violations_oneError_named() {
    assertThat(gate.violations(result(478, 0, 1, 13, 1)))
        .containsExactly("errors: 1 instead of 0", "exit code: 1 instead of 0");
  }

  @Test
  void violations_oneExcludedFewer_named() {
    assertThat(gate.violations(result(479, 0, 0, 12, 0)))
        .containsExactly("excluded: 12 instead of 13");
  }

  @Test
  void violations_oneExcludedMore_named() {
    assertThat(gate.violations(result(479, 0, 0, 14, 0)))
        .containsExactly("excluded: 14 instead of 13");
  }

  @Test
  void violations_skippedTest_isNotRun() {
    List<TckCase> tests = tests(478, 0, 0);
    tests.add(new TckCase("C", "m", End.SKIPPED, ""));
    assertThat(gate.violations(new TckResult("s", tests, checks(2, 0), 13, 0, TIME)))
        .containsExactly("run: 478 instead of 479");
  }

  @Test
  void violations_failedCheck_named() {
    assertThat(gate.violations(new TckResult("s", tests(479, 0, 0), checks(1, 1), 13, 1, TIME)))
        .containsExactly("checks: 1 instead of 2", "exit code: 1 instead of 0");
  }

  @Test
  void violations_noChecks_named() {
    assertThat(gate.violations(new TckResult("s", tests(479, 0, 0), List.of(), 13, 0, TIME)))
        .containsExactly("checks: 0 instead of 2");
  }

  @Test
  void violations_onlyTheExitCodeTellsOfAFailure_named() {
    assertThat(gate.violations(result(479, 0, 0, 13, 1)))
        .containsExactly("exit code: 1 instead of 0");
  }

  private static TckResult result(int passed, int failed, int errors, int excluded, int exitCode) {
    return new TckResult(
        "s", tests(passed, failed, errors), checks(2, 0), excluded, exitCode, TIME);
  }

  private static List<TckCase> checks(int passed, int failed) {
    return tests(passed, failed, 0);
  }

  private static List<TckCase> tests(int passed, int failed, int errors) {
    List<TckCase> tests = new ArrayList<>();
    tests.addAll(Collections.nCopies(passed, new TckCase("C", "m", End.PASSED, "")));
    tests.addAll(Collections.nCopies(failed, new TckCase("C", "m", End.FAILED, "at")));
    tests.addAll(Collections.nCopies(errors, new TckCase("C", "m", End.ERROR, "at")));
    return tests;
  }
}
