package org.cairncache.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;

/** Threads that do one thing at once, when all of them are there. */
record Crowd<T>(List<FutureTask<T>> calls) {
  /** Begins. */
  static <T> Crowd<T> of(int threads, Callable<T> call) {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<FutureTask<T>> calls = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      FutureTask<T> each =
          new FutureTask<>(
              () -> {
                start.await();
                return call.call();
              });
      calls.add(each);
      Thread thread = new Thread(each, "crowd");
      thread.setDaemon(true);
      thread.start();
    }
    return new Crowd<>(calls);
  }

  /** What each of them got, when all are done. */
  List<T> answers() throws Exception {
    List<T> answers = new ArrayList<>();
    for (FutureTask<T> each : calls) {
      answers.add(each.get());
    }
    return answers;
  }
}
