package org.cairncache.testkit.corners;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Runs calls on threads of their own and waits a bounded time for them. Thread-safe. */
final class Calls {
  private Calls() {}

  /** Starts the call on a new daemon thread. */
  static <T> Future<T> start(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "corners-call");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** The call's result; fails if it throws or takes longer than {@link Corners#WAIT}. */
  static <T> T result(Future<T> call) throws Exception {
    return call.get(Corners.WAIT.toMillis(), MILLISECONDS);
  }

  /** Runs the call that many times at once and gives the results. */
  static <T> List<T> together(int threads, Callable<T> call) throws Exception {
    CyclicBarrier gate = new CyclicBarrier(threads);
    List<Future<T>> started = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      started.add(
          start(
              () -> {
                gate.await(Corners.WAIT.toMillis(), MILLISECONDS);
                return call.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : started) {
      results.add(result(one));
    }
    return results;
  }

  /** Waits until the latch opens; fails after {@link Corners#WAIT}. */
  static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(Corners.WAIT.toMillis(), MILLISECONDS)).as("opened in time").isTrue();
  }

  /** For a callback without checked exceptions: waits until the latch opens or time is over. */
  static boolean opens(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
