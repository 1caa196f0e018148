package org.cairncache.examples.writerreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportTest {
  private static final String RIGHT =
      """
      10 north LEADS in epoch 1
      10 north LOADS north 1
      11 east READS north 1
      11 west READS north 1
      20 north KILLED (kill -9)
      25 east MISSES a newer one
      25 west MISSES a newer one
      40 south LEADS in epoch 2
      40 south LOADS south 1
      41 east READS south 1
      41 west READS south 1
      50 east CALLED 9000 0 0 40 2000
      50 west CALLED 9000 0 0 40 2000
      """;

  /** A report of lines: tenths of a second, a process, what it did, and how. */
  private static Report report(String lines) {
    List<Event> events = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] parts = line.split(" ", 4);
      Duration time = Duration.ofMillis(100 * Long.parseLong(parts[0]));
      events.add(new Event(time, parts[1], What.valueOf(parts[2]), parts[3]));
    }
    return new Report(events);
  }

  @Test
  void isRight_ofWhatMustHappen() {
    Report report = report(RIGHT);

    assertThat(report.isRight()).isTrue();
    assertThat(report.toString())
        .contains("2.0 s from the end of north")
        .contains("east         9000             0            0   0.04 ms          2.0 s")
        .doesNotContain("WRONG");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "40 south LEADS in epoch 2 -> 15 south LEADS in epoch 2",
        "40 south LEADS in epoch 2 -> 81 south LEADS in epoch 2",
        "25 east MISSES a newer one -> 25 east READS north 2",
        "41 west READS south 1 -> 41 west READS north 1",
        "41 west READS south 1 -> 41 west READS nothing",
        "50 east CALLED 9000 0 0 40 2000 -> 50 east CALLED 9000 0 1 40 2000",
        "50 west CALLED 9000 0 0 40 2000 -> 50 west CALLED 9000 1 0 40 2000",
        "50 west CALLED 9000 0 0 40 2000 -> 50 west CALLED 0 0 0 0 0",
      })
  void isRight_ofSomethingElse_isFalseAndSaysWhere(String right, String wrong) {
    Report report = report(RIGHT.replace(right, wrong));

    assertThat(report.isRight()).isFalse();
    assertThat(report.toString()).contains("WRONG");
  }

  @Test
  void isRight_writersValueAfterItsSuccessors_isFalse() {
    Report report = report(RIGHT + "60 east READS north 2\n");

    assertThat(report.isRightFor("east")).isFalse();
    assertThat(report.isRightFor("west")).isTrue();
  }
}
