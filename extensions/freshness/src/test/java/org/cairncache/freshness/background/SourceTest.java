package org.cairncache.freshness.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.cairncache.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceTest {
  private final Member member = new Member(new ManualClock());
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Origin origin = new Origin("v");
  private final Source<String> source =
      new Source<>(
          member
              .driven(Background.read(member.cache))
              .every(Duration.ofMinutes(1))
              .executor(waiting::add)
              .plan(),
          () -> CompletableFuture.completedFuture(origin.load()),
          1_000);

  @AfterEach
  void close() {
    member.close();
  }

  @Test
  void noThreadBeforeTheDeadline_isGivenUpAndNotCalledLater() {
    var result = source.call();
    member.pass(1);
    assertThat(result).isCompletedExceptionally();
    waiting.forEach(Runnable::run);

    assertThat(origin.calls).hasValue(0);
  }

  @Test
  void call_endsInTime_leavesNoTimer() {
    var result = source.call();
    waiting.forEach(Runnable::run);

    assertThat(result).isCompletedWithValue("v 1");
    assertThat(member.scheduler.pending()).isZero();
  }

  @Test
  void callAfterTheEnd_isNotMade() {
    source.close();
    var result = source.call();
    waiting.forEach(Runnable::run);

    assertThat(result).isCancelled();
    assertThat(origin.calls).hasValue(0);
  }
}
