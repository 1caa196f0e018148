package org.cairncache.lifecycle;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something that runs on a daemon thread of its own, and how long it took. Thread-safe. */
final class Running {
  private static final long LIMIT_SECONDS = 60;

  private final FutureTask<Long> task;
  private final Thread thread;

  private Running(Action action) {
    this.task =
        new FutureTask<>(
            () -> {
              long start = System.nanoTime();
              action.run();
              return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            });
    this.thread = new Thread(task, "application");
    thread.setDaemon(true);
  }

  /** What runs. */
  interface Action {
    void run() throws Exception;
  }

  static Running start(Action action) {
    Running running = new Running(action);
    running.thread.start();
    return running;
  }

  /**
   * Waits for the end.
   *
   * @throws ExecutionException with what the action threw
   * @throws TimeoutException if it does not end at all
   */
  long millis() throws Exception {
    return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  boolean isDone() {
    return task.isDone();
  }

  /** Whether it waits for something, without a time limit. */
  boolean isWaiting() {
    return thread.getState() == Thread.State.WAITING;
  }
}
