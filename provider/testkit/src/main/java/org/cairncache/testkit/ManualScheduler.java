package org.cairncache.testkit;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler, and so an executor, that has no threads: a test runs what is due, on its own thread.
 *
 * <p>When a task is due is told by a {@link ManualClock}. Tasks run in the order of the times they
 * are due, those due at the same time in the order they were submitted. In all else it does what a
 * {@link ScheduledThreadPoolExecutor} does that removes cancelled tasks: a periodic task that
 * throws does not run again, what any task throws is kept in its future, and after {@link
 * #shutdown()} delayed tasks still run while periodic ones do not.
 *
 * <p>Delays and periods are rounded up to whole milliseconds. What waits, waits in real time for
 * another thread to run tasks: {@link Future#get()}, {@link #awaitTermination}, {@link #invokeAll}
 * and {@link #invokeAny}. Thread-safe; tasks may be submitted and cancelled by any thread, but the
 * order is certain only as long as one thread runs them.
 */
public final class ManualScheduler extends AbstractExecutorService
    implements ScheduledExecutorService {
  private final ManualClock clock;
  private final Object lock = new Object();
  private final PriorityQueue<ManualTask<?>> queue = new PriorityQueue<>(ManualTask.BY_DUE_TIME);
  private long submitted;
  private int running;
  private boolean shutdown;

  /**
   * Has no tasks.
   *
   * @param clock tells what is due; {@link #advance} moves it
   */
  public ManualScheduler(ManualClock clock) {
    this.clock = requireNonNull(clock);
  }

  /**
   * Runs all that is due now on the calling thread, and what becomes due meanwhile: a task that
   * always submits another without a delay is run for ever. A task at a fixed rate runs as often as
   * its period fits into the time that the clock has moved.
   *
   * @return how many runs there were
   */
  public int runDue() {
    int runs = 0;
    for (var task = takeDue(); task != null; task = takeDue()) {
      try {
        task.run();
      } finally {
        finishRun();
      }
      runs++;
    }
    return runs;
  }

  /**
   * Moves the clock on by the step, stopping at each time at which a task is due to run what is due
   * then.
   *
   * @param step how far, in whole milliseconds; zero is {@link #runDue()}
   * @return how many runs there were
   * @throws IllegalArgumentException if the step is negative
   */
  public int advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("Time does not go back: " + step);
    }
    long end = Repetition.later(clock.millis(), step.toMillis());
    int runs = runDue();
    for (long next = nextMillis(); next <= end && next < Long.MAX_VALUE; next = nextMillis()) {
      advanceClockTo(next);
      runs += runDue();
    }
    advanceClockTo(end);
    return runs;
  }

  /** How many tasks wait to be run, due or not; a periodic task is one. */
  public int pending() {
    synchronized (lock) {
      return queue.size();
    }
  }

  /** When the first of the tasks that wait is due, which may be past; empty if none waits. */
  public Optional<Instant> nextDue() {
    synchronized (lock) {
      return Optional.ofNullable(queue.peek())
          .map(ManualTask::dueMillis)
          .map(Instant::ofEpochMilli);
    }
  }

  @Override
  public void execute(Runnable command) {
    // As in a pool of this kind, what it throws is kept in a future that nobody has.
    var unused = schedule(command, 0, NANOSECONDS);
  }

  @Override
  public Future<?> submit(Runnable task) {
    return schedule(task, 0, NANOSECONDS);
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
    return schedule(Executors.callable(task, result), 0, NANOSECONDS);
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
    return schedule(task, 0, NANOSECONDS);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return add(Executors.callable(command), delay, unit, Repetition.NONE);
  }

  @Override
  public <V extends @Nullable Object> ScheduledFuture<V> schedule(
      Callable<V> callable, long delay, TimeUnit unit) {
    return add(requireNonNull(callable), delay, unit, Repetition.NONE);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    Repetition repetition = new Repetition(periodMillis(period, unit), true);
    return add(Executors.callable(command), initialDelay, unit, repetition);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    Repetition repetition = new Repetition(periodMillis(delay, unit), false);
    return add(Executors.callable(command), initialDelay, unit, repetition);
  }

  /** Takes no more tasks and cancels the periodic ones; the others still run when they are due. */
  @Override
  public void shutdown() {
    List<ManualTask<?>> periodic;
    synchronized (lock) {
      shutdown = true;
      periodic = queue.stream().filter(ManualTask::isPeriodic).toList();
      lock.notifyAll();
    }
    periodic.forEach(task -> task.cancel(false));
  }

  /**
   * Takes no more tasks and gives back those that wait, in the order in which they would have run;
   * they are not cancelled. A task that another thread runs is not interrupted.
   */
  @Override
  public List<Runnable> shutdownNow() {
    synchronized (lock) {
      shutdown = true;
      List<Runnable> waiting = new ArrayList<>();
      for (var task = queue.poll(); task != null; task = queue.poll()) {
        waiting.add(task);
      }
      lock.notifyAll();
      return waiting;
    }
  }

  @Override
  public boolean isShutdown() {
    synchronized (lock) {
      return shutdown;
    }
  }

  @Override
  public boolean isTerminated() {
    synchronized (lock) {
      return shutdown && queue.isEmpty() && running == 0;
    }
  }

  /** Waits in real time, whatever the clock says. */
  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    long start = System.nanoTime();
    synchronized (lock) {
      while (!isTerminated()) {
        long left = limit - (System.nanoTime() - start);
        if (left <= 0) {
          return false;
        }
        NANOSECONDS.timedWait(lock, left);
      }
      return true;
    }
  }

  @Override
  public String toString() {
    return "ManualScheduler[" + clock + ", " + pending() + " pending]";
  }

  long nowMillis() {
    return clock.millis();
  }

  /** Lets a periodic task wait again after a run. */
  void repeat(ManualTask<?> task) {
    synchronized (lock) {
      // One cancelled between its run and now would stay for ever.
      if (!shutdown && !task.isCancelled()) {
        queue.add(task);
        return;
      }
    }
    task.cancel(false);
  }

  /** Forgets a task that was cancelled. */
  void remove(ManualTask<?> task) {
    synchronized (lock) {
      queue.remove(task);
      lock.notifyAll();
    }
  }

  private <V extends @Nullable Object> ManualTask<V> add(
      Callable<V> call, long delay, TimeUnit unit, Repetition repetition) {
    requireNonNull(unit);
    long delayMillis = delay > 0 ? millisUp(delay, unit) : 0;
    synchronized (lock) {
      if (shutdown) {
        throw new RejectedExecutionException("The scheduler is shut down");
      }
      long due = Repetition.later(clock.millis(), delayMillis);
      ManualTask<V> task = new ManualTask<>(this, call, repetition, submitted++, due);
      queue.add(task);
      return task;
    }
  }

  private static long periodMillis(long period, TimeUnit unit) {
    requireNonNull(unit);
    if (period <= 0) {
      throw new IllegalArgumentException("Not a period: " + period);
    }
    return millisUp(period, unit);
  }

  private static long millisUp(long amount, TimeUnit unit) {
    long millis = unit.toMillis(amount);
    // A time so long that it was cut off is longer than its milliseconds, but does not grow.
    boolean whole = millis == Long.MAX_VALUE || unit.convert(millis, MILLISECONDS) == amount;
    return whole ? millis : millis + 1;
  }

  private @Nullable ManualTask<?> takeDue() {
    synchronized (lock) {
      ManualTask<?> task = queue.peek();
      if (task == null || task.dueMillis() > clock.millis()) {
        return null;
      }
      running++;
      return queue.remove();
    }
  }

  private void finishRun() {
    synchronized (lock) {
      running--;
      lock.notifyAll();
    }
  }

  private long nextMillis() {
    synchronized (lock) {
      ManualTask<?> task = queue.peek();
      return task == null ? Long.MAX_VALUE : task.dueMillis();
    }
  }

  /** Does nothing if a task has moved the clock farther. */
  private void advanceClockTo(long millis) {
    clock.advance(Duration.ofMillis(Math.max(0, millis - clock.millis())));
  }
}
