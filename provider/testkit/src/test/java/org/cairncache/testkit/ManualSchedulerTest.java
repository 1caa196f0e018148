package org.cairncache.testkit;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // What becomes of a task is seen by its runs.
class ManualSchedulerTest extends SchedulerContract {
  private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(0));
  private final ManualScheduler scheduler = new ManualScheduler(clock);
  private final List<String> ran = new ArrayList<>();

  @Override
  ScheduledExecutorService scheduler() {
    return scheduler;
  }

  @Override
  void passUntil(BooleanSupplier holds) {
    scheduler.runDue();
    for (int left = 10_000; left > 0 && !holds.getAsBoolean(); left--) {
      scheduler.advance(Duration.ofMillis(1));
    }
    assertThat(holds.getAsBoolean()).isTrue();
  }

  @Test
  void execute_runsNothingByItself() {
    scheduler.execute(note("a"));
    clock.advance(Duration.ofDays(1));

    assertThat(ran).isEmpty();
    assertThat(scheduler.pending()).isEqualTo(1);
  }

  @Test
  void runDue_runsOnTheCallingThread_andCounts() {
    List<Thread> threads = new ArrayList<>();
    scheduler.execute(() -> threads.add(Thread.currentThread()));
    scheduler.execute(() -> threads.add(Thread.currentThread()));

    assertThat(scheduler.runDue()).isEqualTo(2);
    assertThat(scheduler.runDue()).isZero();
    assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void runDue_byDueTime_thenSubmission() {
    scheduler.schedule(note("b1"), 2, SECONDS);
    scheduler.schedule(note("a"), 1, SECONDS);
    scheduler.schedule(note("b2"), 2, SECONDS);
    scheduler.schedule(note("c"), 2001, MILLISECONDS);
    clock.advance(Duration.ofSeconds(2));

    scheduler.runDue();

    assertThat(ran).containsExactly("a@2000", "b1@2000", "b2@2000");
    assertThat(scheduler.pending()).isEqualTo(1);
  }

  @Test
  void runDue_submittedByATask_runsToo() {
    scheduler.execute(() -> scheduler.execute(note("inner")));

    assertThat(scheduler.runDue()).isEqualTo(2);
    assertThat(ran).containsExactly("inner@0");
  }

  @Test
  void runDue_fixedRateAfterAJump_catchesUp() {
    scheduler.scheduleAtFixedRate(note("a"), 1, 1, SECONDS);
    clock.advance(Duration.ofMillis(3500));

    assertThat(scheduler.runDue()).isEqualTo(3);
    assertThat(scheduler.nextDue()).contains(Instant.ofEpochSecond(4));
  }

  @Test
  void runDue_fixedDelayAfterAJump_runsOnce() {
    scheduler.scheduleWithFixedDelay(note("a"), 1, 1, SECONDS);
    clock.advance(Duration.ofMillis(3500));

    assertThat(scheduler.runDue()).isEqualTo(1);
    assertThat(scheduler.nextDue()).contains(Instant.ofEpochMilli(4500));
  }

  @Test
  void fixedDelay_countsFromTheEnd_fixedRateFromTheDueTime() {
    Future<?> rate =
        scheduler.scheduleAtFixedRate(
            () -> clock.advance(Duration.ofMillis(300)), 1000, 1000, MILLISECONDS);
    clock.advance(Duration.ofSeconds(1));
    scheduler.runDue();
    assertThat(scheduler.nextDue()).contains(Instant.ofEpochMilli(2000));
    rate.cancel(false);

    scheduler.scheduleWithFixedDelay(
        () -> clock.advance(Duration.ofMillis(300)), 0, 1000, MILLISECONDS);
    scheduler.runDue();
    assertThat(scheduler.nextDue()).contains(Instant.ofEpochMilli(1300 + 300 + 1000));
  }

  @Test
  void advance_stopsAtEachDueTime() {
    scheduler.scheduleAtFixedRate(note("rate"), 1, 1, SECONDS);
    scheduler.schedule(note("once"), 1500, MILLISECONDS);

    assertThat(scheduler.advance(Duration.ofSeconds(3))).isEqualTo(4);

    assertThat(ran).containsExactly("rate@1000", "once@1500", "rate@2000", "rate@3000");
    assertThat(clock.millis()).isEqualTo(3000);
  }

  @Test
  void advance_tenSeconds_runsEachSecondTenTimes() {
    scheduler.scheduleAtFixedRate(note("a"), 1, 1, SECONDS);
    scheduler.scheduleWithFixedDelay(note("b"), 1, 1, SECONDS);

    assertThat(scheduler.advance(Duration.ofSeconds(10))).isEqualTo(20);
  }

  @Test
  void advance_sameTime_theOlderTaskFirst() {
    scheduler.scheduleAtFixedRate(note("old"), 1, 1, SECONDS);
    scheduler.scheduleAtFixedRate(note("new"), 1, 1, SECONDS);

    scheduler.advance(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("old@1000", "new@1000", "old@2000", "new@2000");
  }

  @Test
  void advance_runsWhatWasOverdueFirst() {
    scheduler.schedule(note("a"), 1, SECONDS);
    clock.advance(Duration.ofSeconds(5));

    scheduler.advance(Duration.ofSeconds(1));

    assertThat(ran).containsExactly("a@5000");
    assertThat(clock.millis()).isEqualTo(6000);
  }

  @Test
  void advance_taskMovesTheClockFarther_staysThere() {
    scheduler.schedule(() -> clock.advance(Duration.ofSeconds(9)), 1, SECONDS);

    scheduler.advance(Duration.ofSeconds(2));

    assertThat(clock.millis()).isEqualTo(10_000);
  }

  @Test
  void advance_backwards_isRefused() {
    assertThatThrownBy(() -> scheduler.advance(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void schedule_partOfAMillisecond_roundsUp() {
    scheduler.schedule(note("a"), 1, MICROSECONDS);
    scheduler.schedule(note("b"), 1001, MICROSECONDS);
    scheduler.schedule(note("c"), 1000, MICROSECONDS);

    assertThat(scheduler.runDue()).isZero();
    scheduler.advance(Duration.ofMillis(2));

    assertThat(ran).containsExactly("a@1", "c@1", "b@2");
  }

  @Test
  void schedule_endOfTime_neverRuns() {
    scheduler.schedule(note("a"), Long.MAX_VALUE, DAYS);
    scheduler.advance(Duration.ofDays(1_000_000));

    assertThat(ran).isEmpty();
    assertThat(scheduler.pending()).isEqualTo(1);
  }

  @Test
  void nextDue_isThatOfTheFirst() {
    assertThat(scheduler.nextDue()).isEmpty();
    scheduler.schedule(note("b"), 2, SECONDS);
    scheduler.schedule(note("a"), 1, SECONDS);

    assertThat(scheduler.nextDue()).contains(Instant.ofEpochSecond(1));
  }

  @Test
  void getDelay_followsTheClock() {
    ScheduledFuture<?> task = scheduler.schedule(note("a"), 2, SECONDS);
    clock.advance(Duration.ofSeconds(3));

    assertThat(task.getDelay(MILLISECONDS)).isEqualTo(-1000);
  }

  @Test
  void cancel_noLongerPending() {
    ScheduledFuture<?> task = scheduler.scheduleAtFixedRate(note("a"), 1, 1, SECONDS);

    task.cancel(false);

    assertThat(scheduler.pending()).isZero();
    assertThat(scheduler.nextDue()).isEmpty();
  }

  @Test
  void shutdownNow_inOrder() {
    Future<?> late = scheduler.schedule(note("late"), 2, SECONDS);
    Future<?> soon = scheduler.schedule(note("soon"), 1, SECONDS);

    assertThat(scheduler.shutdownNow()).containsExactly((Runnable) soon, (Runnable) late);
    assertThat(scheduler.isTerminated()).isTrue();
  }

  @Test
  void awaitTermination_endsWhenTheLastTaskHasRun() throws Exception {
    scheduler.execute(note("a"));
    scheduler.shutdown();
    CompletableFuture<Boolean> ended =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return scheduler.awaitTermination(20, SECONDS);
              } catch (InterruptedException e) {
                return false;
              }
            });

    scheduler.runDue();

    assertThat(ended.get(20, SECONDS)).isTrue();
  }

  @Test
  void isTerminated_whileATaskRuns_isFalse() {
    List<Boolean> seen = new ArrayList<>();
    scheduler.execute(
        () -> {
          scheduler.shutdownNow();
          seen.add(scheduler.isTerminated());
        });

    scheduler.runDue();

    assertThat(seen).containsExactly(false);
    assertThat(scheduler.isTerminated()).isTrue();
  }

  @Test
  void invokeAll_waitsForAnotherThreadToRun() throws Exception {
    CompletableFuture<List<Future<Integer>>> all =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return scheduler.invokeAll(List.<Callable<Integer>>of(() -> 1, () -> 2));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    await().until(() -> scheduler.pending() == 2);

    scheduler.runDue();

    assertThat(all.get(20, SECONDS)).extracting(Future::get).containsExactly(1, 2);
  }

  private Runnable note(String name) {
    return () -> ran.add(name + "@" + clock.millis());
  }
}
