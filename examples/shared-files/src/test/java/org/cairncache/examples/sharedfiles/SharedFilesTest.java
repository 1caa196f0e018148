package org.cairncache.examples.sharedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedFilesTest {
  private static final int TASKS = 300;

  @TempDir private Path directory;

  @Test
  void run_withAKillInTheMiddle_losesNothingAndCountsNothingTwice() throws Exception {
    Report report = new SharedFiles(directory, TASKS, ClassPath.ofThisProcess()).run();

    assertThat(report.lost()).isZero();
    assertThat(report.acknowledged()).isGreaterThanOrEqualTo(TASKS / 10);
    assertThat(report.taken()).isLessThanOrEqualTo(1);
    assertThat(report.counted()).isEqualTo(TASKS);
    assertThat(report.primes()).isEqualTo(report.expected()).isEqualTo(216_816);
    assertThat(report.workers().get(0).tasks()).isPositive();
    assertThat(report.workers().get(1).tasks()).isGreaterThanOrEqualTo(report.acknowledged());
    assertThat(report.workers().get(2).tasks()).isGreaterThanOrEqualTo(report.taken());
    assertThat(report.workers().stream().mapToLong(Report.Row::tasks).sum()).isEqualTo(TASKS);
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 78);
  }

  @Test
  void run_again_startsFromTheBeginning() throws Exception {
    Report first = new SharedFiles(directory, TASKS, ClassPath.ofThisProcess()).run();
    Report second = new SharedFiles(directory, TASKS, ClassPath.ofThisProcess()).run();

    assertThat(second.counted()).isEqualTo(first.counted()).isEqualTo(TASKS);
    assertThat(second.primes()).isEqualTo(first.primes()).isEqualTo(216_816);
  }
}
