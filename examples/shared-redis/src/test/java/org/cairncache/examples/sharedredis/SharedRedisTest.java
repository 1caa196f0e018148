package org.cairncache.examples.sharedredis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be paused there")
final class SharedRedisTest {
  @Test
  void run_withKillsOfBoth_losesNothingAndIsBackAfterThem() throws Exception {
    List<String> progress = new CopyOnWriteArrayList<>();

    Report report =
        SharedRedis.run(Duration.ofSeconds(1), ClassPath.ofThisProcess(), progress::add);

    assertThat(report.both().expected()).isEqualTo(16_000);
    assertThat(report.both().counted()).isEqualTo(16_000);
    assertThat(report.kept()).isEqualTo(16_000);
    assertThat(report.kill().survivor()).isEqualTo(8_000);
    assertThat(report.kill().acknowledged()).isBetween(800L, 7_999L);
    assertThat(report.kill().unsaid()).isBetween(0L, (long) Worker.THREADS);
    assertThat(report.count().isRight()).as("%s", report.count()).isTrue();
    Second last = report.seconds().get(report.seconds().size() - 2); // the very last is not whole
    assertThat(last.hits()).isPositive();
    assertThat(last.changed()).isPositive();
    assertThat(sum(report).misses()).isPositive();
    assertThat(sum(report).refused()).isPositive();
    assertThat(progress).hasSizeGreaterThan(report.seconds().size());
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 78);
  }

  private static Second sum(Report report) {
    return report.seconds().stream()
        .reduce(
            new Second("", 0, 0, 0, 0, 0, 0),
            (a, b) ->
                new Second(
                    "",
                    a.hits() + b.hits(),
                    a.misses() + b.misses(),
                    a.changed() + b.changed(),
                    a.refused() + b.refused(),
                    a.unknown() + b.unknown(),
                    Math.max(a.slowestMillis(), b.slowestMillis())));
  }
}
