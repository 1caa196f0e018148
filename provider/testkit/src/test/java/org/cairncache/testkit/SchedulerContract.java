package org.cairncache.testkit;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a ManualScheduler has in common with a ScheduledThreadPoolExecutor of one thread. */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // What becomes of a task is seen by its runs.
abstract class SchedulerContract {

  /** The scheduler under test, always the same. */
  abstract ScheduledExecutorService scheduler();

  /** Lets time pass until this holds. */
  abstract void passUntil(BooleanSupplier holds);

  /** Runs all that is due by now. */
  final void settle() {
    Future<?> last = scheduler().submit(() -> {});
    passUntil(last::isDone);
  }

  @Test
  void submit_call_completesWithItsResult() throws Exception {
    Future<String> call = scheduler().submit(() -> "a");
    Future<String> task = scheduler().submit(() -> {}, "b");
    Future<?> plain = scheduler().submit(() -> {});

    passUntil(plain::isDone);

    assertThat(call.get()).isEqualTo("a");
    assertThat(task.get()).isEqualTo("b");
    assertThat(plain.get()).isNull();
  }

  @Test
  void schedule_throws_failsTheFutureOnly() {
    Exception failure = new IllegalStateException("planned");
    Future<?> failing =
        scheduler()
            .schedule(
                () -> {
                  throw failure;
                },
                1,
                MILLISECONDS);

    passUntil(failing::isDone);
    settle();

    assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class).hasCause(failure);
  }

  @Test
  void execute_throws_runsWhatFollows() {
    AtomicInteger runs = new AtomicInteger();
    scheduler()
        .execute(
            () -> {
              throw new IllegalStateException("planned");
            });
    scheduler().execute(runs::incrementAndGet);

    passUntil(() -> runs.get() == 1);
  }

  @Test
  void schedule_runsInOrderOfDueTime() {
    List<String> ran = new CopyOnWriteArrayList<>();
    // Submitted by the one thread that runs tasks, so that none runs before all are submitted.
    scheduler()
        .execute(
            () -> {
              scheduler().schedule(() -> ran.add("late"), 400, MILLISECONDS);
              scheduler().schedule(() -> ran.add("soon"), 200, MILLISECONDS);
              scheduler().schedule(() -> ran.add("past"), -5, MILLISECONDS);
            });

    passUntil(() -> ran.size() == 3);

    assertThat(ran).containsExactly("past", "soon", "late");
  }

  @Test
  void fixedRate_throws_stopsAndFails() {
    AtomicInteger runs = new AtomicInteger();
    ScheduledFuture<?> task =
        scheduler().scheduleAtFixedRate(() -> failAt(runs, 3), 0, 1, MILLISECONDS);

    passUntil(task::isDone);
    settle();

    assertThat(runs).hasValue(3);
    assertThat(task.isCancelled()).isFalse();
    assertThatThrownBy(task::get).hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void fixedDelay_throws_stopsAndFails() {
    AtomicInteger runs = new AtomicInteger();
    ScheduledFuture<?> task =
        scheduler().scheduleWithFixedDelay(() -> failAt(runs, 2), 1, 1, MILLISECONDS);

    passUntil(task::isDone);

    assertThat(runs).hasValue(2);
    assertThatThrownBy(task::get).hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void cancel_waiting_neverRuns() {
    AtomicInteger runs = new AtomicInteger();
    ScheduledFuture<?> task = scheduler().schedule(runs::incrementAndGet, 1, HOURS);

    assertThat(task.cancel(false)).isTrue();
    assertThat(task.cancel(false)).isFalse();

    assertThat(task.isCancelled()).isTrue();
    assertThat(task.isDone()).isTrue();
    assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
    settle();
    assertThat(runs).hasValue(0);
  }

  @Test
  void cancel_byItself_stopsAPeriodicTask() {
    AtomicInteger runs = new AtomicInteger();
    AtomicReference<Future<?>> self = new AtomicReference<>();
    scheduler()
        .execute(
            () ->
                self.set(
                    scheduler()
                        .scheduleAtFixedRate(
                            () -> {
                              if (runs.incrementAndGet() == 2) {
                                self.get().cancel(true);
                              }
                            },
                            0,
                            1,
                            MILLISECONDS)));

    passUntil(() -> runs.get() == 2);
    AtomicInteger interrupted = new AtomicInteger();
    Future<?> next =
        scheduler().submit(() -> interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0));
    passUntil(next::isDone);

    assertThat(runs).hasValue(2);
    assertThat(interrupted).hasValue(0);
    assertThatThrownBy(() -> self.get().get()).isInstanceOf(CancellationException.class);
  }

  @Test
  void isPeriodic_tellsTheKinds() {
    assertThat(periodic(scheduler().schedule(() -> {}, 1, HOURS))).isFalse();
    assertThat(periodic(scheduler().scheduleAtFixedRate(() -> {}, 1, 1, HOURS))).isTrue();
    assertThat(periodic(scheduler().scheduleWithFixedDelay(() -> {}, 1, 1, HOURS))).isTrue();
  }

  @Test
  void getDelay_tellsWhatIsLeft_andOrders() {
    ScheduledFuture<?> two = scheduler().schedule(() -> {}, 2, HOURS);
    ScheduledFuture<?> one = scheduler().schedule(() -> {}, 1, HOURS);
    ScheduledFuture<?> endless = scheduler().schedule(() -> {}, Long.MAX_VALUE, HOURS);

    assertThat(two.getDelay(MILLISECONDS)).isBetween(HOURS.toMillis(1), HOURS.toMillis(2));
    assertThat(two.compareTo(one)).isPositive();
    assertThat(one.compareTo(two)).isNegative();
    assertThat(endless.compareTo(two)).isPositive();
  }

  @Test
  void schedule_wrongArguments_areRefused() {
    Runnable task = () -> {};
    assertThatThrownBy(() -> scheduler().execute(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> scheduler().schedule((Runnable) null, 1, HOURS))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> scheduler().schedule(task, 1, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> scheduler().scheduleAtFixedRate(task, 0, 1, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> scheduler().scheduleAtFixedRate(task, 0, 0, HOURS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scheduler().scheduleWithFixedDelay(task, 0, -1, HOURS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shutdown_delayedTasksStillRun_periodicOnesDoNot() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Future<?> delayed = scheduler().schedule(runs::incrementAndGet, 200, MILLISECONDS);
    Future<?> periodic = scheduler().scheduleAtFixedRate(runs::incrementAndGet, 1, 1, HOURS);

    scheduler().shutdown();

    assertThat(scheduler().isShutdown()).isTrue();
    assertThat(scheduler().isTerminated()).isFalse();
    assertThat(periodic.isCancelled()).isTrue();
    assertThatThrownBy(() -> scheduler().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    passUntil(() -> scheduler().isTerminated());
    assertThat(delayed.isDone()).isTrue();
    assertThat(runs).hasValue(1);
    assertThat(scheduler().awaitTermination(Long.MAX_VALUE, HOURS)).isTrue();
  }

  @Test
  void shutdown_byAPeriodicTask_cancelsIt() {
    AtomicInteger runs = new AtomicInteger();
    Future<?> task =
        scheduler()
            .scheduleWithFixedDelay(
                () -> {
                  runs.incrementAndGet();
                  scheduler().shutdown();
                },
                0,
                1,
                MILLISECONDS);

    passUntil(() -> scheduler().isTerminated());

    assertThat(task.isCancelled()).isTrue();
    assertThat(runs).hasValue(1);
  }

  @Test
  void shutdown_cancelOfTheLast_terminates() {
    Future<?> task = scheduler().schedule(() -> {}, 1, HOURS);
    scheduler().shutdown();

    task.cancel(false);

    passUntil(() -> scheduler().isTerminated());
  }

  @Test
  void shutdownNow_givesBackWhatWaits() {
    Future<?> one = scheduler().schedule(() -> {}, 1, HOURS);
    Future<?> two = scheduler().scheduleAtFixedRate(() -> {}, 2, 1, HOURS);

    List<Runnable> waiting = scheduler().shutdownNow();

    assertThat(waiting).containsExactlyInAnyOrder((Runnable) one, (Runnable) two);
    assertThat(one.isDone()).isFalse();
    passUntil(() -> scheduler().isTerminated());
  }

  @Test
  void awaitTermination_tasksLeft_givesUp() throws Exception {
    Future<?> task = scheduler().schedule(() -> {}, 1, HOURS);
    scheduler().shutdown();

    assertThat(scheduler().awaitTermination(1, NANOSECONDS)).isFalse();
    assertThat(task.isDone()).isFalse();
  }

  private static void failAt(AtomicInteger runs, int limit) {
    if (runs.incrementAndGet() == limit) {
      throw new IllegalStateException("planned");
    }
  }

  private static boolean periodic(Future<?> task) {
    return ((RunnableScheduledFuture<?>) task).isPeriodic();
  }
}
