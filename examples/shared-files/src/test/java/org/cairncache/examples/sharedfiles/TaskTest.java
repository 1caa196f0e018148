package org.cairncache.examples.sharedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskTest {
  @TempDir private Path directory;

  @Test
  void countPrimes_firstTasks_areThoseOfTheTables() {
    assertThat(Task.countPrimes(0)).isEqualTo(1_229);
    assertThat(Task.countPrimes(0) + Task.countPrimes(1)).isEqualTo(2_262);
  }

  @Test
  void take_takenByAnother_isRefused() {
    try (Tasks tasks = Tasks.in(directory.toUri())) {
      assertThat(tasks.take(7, "north", 1)).isTrue();
      assertThat(tasks.take(7, "south", 1)).isFalse();
      assertThat(tasks.take(7, "north", 1)).isFalse();
    }
  }

  @Test
  void take_leftByAnEarlierProcess_isTakenOver() {
    try (Tasks tasks = Tasks.in(directory.toUri())) {
      tasks.take(7, "south", 1);
      tasks.take(8, "south", 1);
      tasks.finish(8, 42);

      assertThat(tasks.take(7, "south", 2)).isTrue();
      assertThat(tasks.take(8, "south", 2)).isFalse();
    }
  }

  @Test
  void finish_twice_keepsTheFirst() {
    try (Tasks tasks = Tasks.in(directory.toUri())) {
      tasks.take(7, "north", 1);

      assertThat(tasks.finish(7, 42)).isTrue();
      assertThat(tasks.finish(7, 43)).isFalse();
      assertThat(tasks.first(10)).isEqualTo(Map.of(7, new Task("north", 1, 42)));
    }
  }
}
