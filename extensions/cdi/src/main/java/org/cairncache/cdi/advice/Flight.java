package org.cairncache.cdi.advice;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One call of a method for one key, whose result all who ask for the key get. Thread-safe. */
final class Flight {
  private final CompletableFuture<@Nullable Object> landing = new CompletableFuture<>();
  private final ReentrantLock keeping = new ReentrantLock();
  private final long begunNanos = System.nanoTime();
  private volatile @Nullable Thread thread = Thread.currentThread();
  private boolean superseded;

  /** The thread that makes the call; null if it left the method before the result is there. */
  @Nullable Thread thread() {
    return thread;
  }

  /** The method has returned, and its result comes later. */
  void leave() {
    thread = null;
  }

  /** How long ago the call began. */
  long ageNanos() {
    return System.nanoTime() - begunNanos;
  }

  /** What the method returns, or throws. */
  CompletableFuture<@Nullable Object> landing() {
    return landing;
  }

  /** The key was changed: nothing is kept from now on. Waits for what is being kept. */
  void supersede() {
    keeping.lock();
    try {
      superseded = true;
    } finally {
      keeping.unlock();
    }
  }

  /** Keeps the result, unless it is out of date. */
  void keep(Runnable keeper) {
    keeping.lock();
    try {
      if (!superseded) {
        keeper.run();
      }
    } finally {
      keeping.unlock();
    }
  }
}
