package org.cairncache.promises;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that do one thing at once. */
final class Crowd {
  private Crowd() {}

  /** What each of them got, when all are done. */
  static <T> List<T> all(int threads, Callable<T> call) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> each : executor.invokeAll(Collections.nCopies(threads, call))) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }
}
