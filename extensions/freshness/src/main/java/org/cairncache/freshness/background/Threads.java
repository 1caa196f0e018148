package org.cairncache.freshness.background;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.freshness.work.Workers;

/**
 * What carries a task out.
 *
 * @param loads calls the source, which may take long
 * @param requests asks the store
 * @param timer tells when it is time, and nothing else
 */
record Threads(Executor loads, Executor requests, ScheduledExecutorService timer) {
  static final Threads SHARED =
      new Threads(Workers.BACKGROUND_LOADS, Workers.BACKGROUND_REQUESTS, Workers.SCHEDULER);

  /** How long a turn waits for which there was no thread. */
  static final long NO_THREAD_MILLIS = 1_000;

  /** Asks the store; fails with a {@link RejectedExecutionException} if there is no thread. */
  <T> CompletableFuture<T> request(Supplier<T> request) {
    try {
      return CompletableFuture.supplyAsync(request, requests);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(full);
    }
  }
}
