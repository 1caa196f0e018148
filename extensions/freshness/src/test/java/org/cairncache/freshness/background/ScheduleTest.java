package org.cairncache.freshness.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Member member = new Member(new ManualClock());
  private final AtomicInteger turns = new AtomicInteger();

  @AfterEach
  void close() {
    member.close();
  }

  private Schedule schedule(Schedule.Turn turn) {
    Plan<String> plan =
        member.driven(Background.read(member.cache)).every(Duration.ofSeconds(10)).plan();
    return plan.schedule(
        () -> {
          turns.incrementAndGet();
          return turn.begin();
        },
        () -> {});
  }

  private void passMillis(long millis) {
    member.scheduler.advance(Duration.ofMillis(millis));
  }

  @Test
  void turn_failsInAnyWay_isFollowedByTheNext() {
    Schedule schedule =
        schedule(
            () -> {
              if (turns.get() == 1) {
                throw new StackOverflowError("planned");
              }
              return turns.get() == 2
                  ? CompletableFuture.failedFuture(new NoClassDefFoundError("planned"))
                  : CompletableFuture.completedFuture(5L);
            });
    schedule.start(0);
    member.pass(20);
    assertThat(turns).hasValue(3);
    passMillis(5);
    assertThat(turns).hasValue(4);
  }

  @Test
  void nextTurn_isDueFromTheBeginningOfTheOneBefore() {
    CompletableFuture<Long> slow = new CompletableFuture<>();
    schedule(() -> slow).start(0);
    passMillis(800);
    slow.complete(1_000L);
    passMillis(199);
    assertThat(turns).hasValue(1);
    passMillis(1);

    assertThat(turns).hasValue(2);
  }

  @Test
  void hints_bringOneTurnForward() {
    Schedule schedule = schedule(() -> CompletableFuture.completedFuture(10_000L));
    schedule.start(5_000);
    for (int i = 0; i < 100; i++) {
      schedule.hasten();
    }
    member.run();
    assertThat(turns).hasValue(1);
    for (int i = 0; i < 100; i++) {
      schedule.hasten();
    }
    passMillis(99);
    assertThat(turns).as("however many hints, ten turns a second").hasValue(1);
    passMillis(1);
    assertThat(turns).hasValue(2);
    passMillis(9_999);
    assertThat(turns).hasValue(2);
    passMillis(1);
    assertThat(turns).hasValue(3);
  }

  @Test
  void hintDuringATurn_isFollowedByAnother() {
    CompletableFuture<Long> first = new CompletableFuture<>();
    Schedule schedule =
        schedule(() -> turns.get() == 1 ? first : CompletableFuture.completedFuture(10_000L));
    schedule.start(0);
    member.run();
    passMillis(300);
    schedule.hasten();
    member.run();
    assertThat(turns).hasValue(1);
    first.complete(10_000L);
    member.run();

    assertThat(turns).hasValue(2);
  }

  @Test
  void closedDuringATurn_isNotFollowedByAnother() {
    CompletableFuture<Long> first = new CompletableFuture<>();
    Schedule schedule = schedule(() -> first);
    schedule.start(0);
    member.run();
    schedule.close();
    first.complete(1L);
    schedule.hasten();
    passMillis(20_000);

    assertThat(turns).hasValue(1);
    assertThat(member.scheduler.pending()).isZero();
  }
}
