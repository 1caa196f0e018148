package org.cairncache.testkit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A task of a {@link ManualScheduler}. Thread-safe; the time it is due changes only while it is
 * run.
 */
final class ManualTask<V extends @Nullable Object> extends FutureTask<V>
    implements RunnableScheduledFuture<V> {
  static final Comparator<ManualTask<?>> BY_DUE_TIME =
      Comparator.<ManualTask<?>>comparingLong(task -> task.dueMillis)
          .thenComparingLong(task -> task.number);

  private final ManualScheduler scheduler;
  private final Repetition repetition;
  private final long number;
  private volatile long dueMillis;

  /**
   * @param number its place among all tasks in the order of submission
   */
  ManualTask(
      ManualScheduler scheduler,
      Callable<V> call,
      Repetition repetition,
      long number,
      long dueMillis) {
    super(call);
    this.scheduler = scheduler;
    this.repetition = repetition;
    this.number = number;
    this.dueMillis = dueMillis;
  }

  long dueMillis() {
    return dueMillis;
  }

  @Override
  public boolean isPeriodic() {
    return repetition.isPeriodic();
  }

  /** Runs once; a periodic task that did not fail is then due again. */
  @Override
  public void run() {
    if (!isPeriodic()) {
      super.run();
    } else if (runAndReset()) {
      dueMillis = repetition.next(dueMillis, scheduler.nowMillis());
      scheduler.repeat(this);
    }
    if (isCancelled()) {
      // It may have been cancelled with an interrupt, which is not for the tasks behind it.
      Thread.interrupted();
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      scheduler.remove(this);
    }
    return cancelled;
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(dueMillis - scheduler.nowMillis(), MILLISECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    if (other instanceof ManualTask<?> task) {
      return BY_DUE_TIME.compare(this, task);
    }
    return Long.compare(getDelay(NANOSECONDS), other.getDelay(NANOSECONDS));
  }
}
