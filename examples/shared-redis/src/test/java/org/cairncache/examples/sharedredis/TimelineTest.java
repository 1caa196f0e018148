package org.cairncache.examples.sharedredis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.examples.sharedredis.Timeline.Seen;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  @Test
  void end_afterCalls_hasEachOnceAndTellsOfEachSecond() {
    List<Integer> told = new ArrayList<>();
    Timeline timeline = new Timeline((number, second) -> told.add(number));

    add(timeline, Seen.HIT, 1);
    add(timeline, Seen.MISS, 2);
    add(timeline, Seen.CHANGED, 3);
    add(timeline, Seen.REFUSED, 4);
    add(timeline, Seen.UNKNOWN, 5);
    timeline.happens("killed");
    List<Second> seconds = timeline.end();

    assertThat(seconds.stream().mapToLong(Second::hits).sum()).isEqualTo(1);
    assertThat(seconds.stream().mapToLong(Second::misses).sum()).isEqualTo(2);
    assertThat(seconds.stream().mapToLong(Second::changed).sum()).isEqualTo(3);
    assertThat(seconds.stream().mapToLong(Second::refused).sum()).isEqualTo(4);
    assertThat(seconds.stream().mapToLong(Second::unknown).sum()).isEqualTo(5);
    assertThat(seconds).extracting(Second::slowestMillis).contains(4L);
    assertThat(seconds).extracting(Second::event).contains("killed");
    assertThat(told).hasSameSizeAs(seconds).startsWith(1);
  }

  private static void add(Timeline timeline, Seen what, int times) {
    for (int i = 0; i < times; i++) {
      timeline.add(what, 1_000_000L * i);
    }
  }
}
