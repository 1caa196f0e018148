package org.cairncache.benchmarks.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured works, and sends what it is said to send. */
class RedisBenchmarkTest {

  @ParameterizedTest
  @EnumSource
  void subject_answers(RedisSubject.Kind kind) throws IOException {
    try (RedisSubject subject = RedisSubject.open(kind, Redis.shared().uri())) {
      subject.put("a", new byte[] {1});
      subject.putAll(Map.of("b", new byte[] {2}));
      assertThat(subject.get("a")).containsExactly(1);
      assertThat(subject.getAll(Set.of("a", "b", "none"))).containsOnlyKeys("a", "b");
      subject.setCounter("counter", 41);
      assertThat(subject.increment("counter")).isEqualTo(42);
      assertThat(subject.increment("counter")).isEqualTo(43);
    }
  }

  @Test
  void measure_givesEveryRowAFigure_andCairnSendsOneCommandForAll() throws IOException {
    Measured measured = RedisMain.measure(Redis.shared(), 1);

    for (Sheet sheet : measured.sheets()) {
      assertThat(sheet.lines()).as(sheet.id()).hasSize(RedisWorkload.Operation.values().length);
      assertThat(sheet.text()).doesNotContain("NaN").doesNotContain("no figure");
    }
    Sheet commands = measured.sheets().get(2);
    int cairn = commands.columns().indexOf("Cairn");
    assertThat(commands.lines())
        .extracting(line -> line.get(cairn).replaceFirst(";.*", ""))
        .containsExactly("1.0", "1.0", "1.0", "1.0", "2.0");
    assertThat(commands.lines()).allSatisfy(line -> assertThat(line).endsWith("met"));
    assertThat(measured.charts().get(0).series())
        .hasSize(RedisSubject.Kind.values().length)
        .allSatisfy(series -> assertThat(series.points()).hasSize(5));
  }
}
