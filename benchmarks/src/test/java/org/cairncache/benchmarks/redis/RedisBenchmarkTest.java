package org.cairncache.benchmarks.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
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
  void cairn_sendsOneCommandForAll() throws IOException {
    String[] lines = RedisMain.tables(Redis.shared(), 1).split("\n\n", 2)[1].split("\n");
    int cairn = 3;
    assertThat(lines).hasSize(6);
    assertThat(sent(lines[1], cairn)).isEqualTo("1.0");
    assertThat(sent(lines[2], cairn)).isEqualTo("1.0");
    assertThat(sent(lines[3], cairn)).isEqualTo("1.0");
    assertThat(sent(lines[4], cairn)).isEqualTo("1.0");
    assertThat(sent(lines[5], cairn)).isEqualTo("2.0");
  }

  private static String sent(String line, int column) {
    return line.split("   +")[column].replaceFirst(";.*", "").strip();
  }
}
