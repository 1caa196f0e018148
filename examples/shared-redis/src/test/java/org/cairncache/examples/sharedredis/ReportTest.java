package org.cairncache.examples.sharedredis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
  @Test
  void toString_ofARun_isATimelineBetweenWhatWasCounted() {
    Report report =
        new Report(
            new Report.Both(16_000, 16_000, 5_400_000_000L),
            new Report.Kill(8_000, 812, 8_815),
            List.of(
                new Second("", 3_000, 0, 6_000, 0, 0, 12),
                new Second("killed", 10, 700, 20, 1_398, 2, 501)),
            140_000_000,
            new Callers.Count(3_010, 1, 3_011),
            16_000);

    assertThat(report.toString().lines())
        .containsSequence(
            "what 8 other threads saw",
            "second    hits  misses  changed  refused  unknown  slowest  Redis",
            "     1    3000       0     6000        0        0    12 ms",
            "     2      10     700       20     1398        2   501 ms  killed",
            "",
            "      0.14  s after the restart the first change succeeded")
        .contains(
            "     16000  counted, in 5.4 s",
            "         3  by it in its last moment, at most one a thread",
            "      3010  increments by these threads returned");
  }

  @Test
  void isRight_lostOrCountedTwice_isNot() {
    assertThat(new Callers.Count(10, 2, 10).isRight()).isTrue();
    assertThat(new Callers.Count(10, 2, 12).isRight()).isTrue();
    assertThat(new Callers.Count(10, 2, 9).isRight()).isFalse();
    assertThat(new Callers.Count(10, 2, 13).isRight()).isFalse();
  }
}
