package org.cairncache.lifecycle;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Code that never returns, whatever interrupts it, until the test lets it go. Remembers the last
 * thread that it hung in. Thread-safe.
 */
final class Hang implements Runnable, AutoCloseable {
  private final CompletableFuture<Thread> begun = new CompletableFuture<>();
  private final CompletableFuture<Thread> interrupted = new CompletableFuture<>();
  private final CountDownLatch released = new CountDownLatch(1);

  @Override
  public void run() {
    begun.complete(Thread.currentThread());
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException stubborn) {
        interrupted.complete(Thread.currentThread());
      }
    }
  }

  /** The thread that hangs, once it does. */
  Thread awaitThread() throws Exception {
    return begun.get(30, TimeUnit.SECONDS);
  }

  boolean hasBegun() {
    return begun.isDone();
  }

  /** Whether anybody has interrupted it. */
  boolean isInterrupted() {
    return interrupted.isDone();
  }

  /** Lets it go. */
  @Override
  public void close() {
    released.countDown();
  }
}
