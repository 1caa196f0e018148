package org.cairncache.examples.sharedredis;

import java.util.concurrent.CompletableFuture;

/** Threads whose failure is not overlooked, and which keep no process alive. */
final class Threads {
  private Threads() {}

  /** Starts one; who joins the future fails as it did. */
  static CompletableFuture<Void> start(Runnable work) {
    return CompletableFuture.runAsync(
        work,
        task -> {
          Thread thread = new Thread(task);
          thread.setDaemon(true);
          thread.start();
        });
  }
}
