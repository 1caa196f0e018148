package org.cairncache.freshness;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One load of one key, which everybody else who wants the key waits for. Thread-safe.
 *
 * @param <V> the type of the result
 */
final class Flight<V> {
  private final CompletableFuture<@Nullable V> landing = new CompletableFuture<>();
  private @Nullable Thread runner;
  private boolean interruptible;
  private final List<String> tags;
  private volatile @Nullable LoadContext<V> context;
  private volatile boolean superseded;

  /**
   * @param tags that the arguments give the result
   */
  Flight(List<String> tags) {
    this.tags = tags;
  }

  /** The loader may add tags of its own. */
  void taggedBy(LoadContext<V> adding) {
    context = adding;
  }

  boolean hasTag(String tag) {
    LoadContext<V> adding = context;
    return tags.contains(tag) || (adding != null && adding.tagVersions().containsKey(tag));
  }

  /** Completed once, when the result is kept or the load has failed. */
  CompletableFuture<@Nullable V> landing() {
    return landing;
  }

  /**
   * This thread carries it out from now on.
   *
   * @param interruptible whether it does nothing else
   */
  synchronized void begin(boolean interruptible) {
    this.runner = Thread.currentThread();
    this.interruptible = interruptible;
  }

  /** It no longer does: what comes is up to others. */
  synchronized void end() {
    if (interruptible && superseded) {
      boolean unused = Thread.interrupted(); // meant for the loader alone
    }
    runner = null;
  }

  /** Whether this very thread is carrying it out: to wait for it would be for ever. */
  synchronized boolean isOfThisThread() {
    return runner == Thread.currentThread();
  }

  /** Interrupts the loader, if a thread is in it that does nothing else. */
  synchronized void interrupt() {
    if (runner != null && interruptible) {
      runner.interrupt();
    }
  }

  /** What it loads is out of date: nobody may join, and nothing is kept of it. */
  void supersede() {
    superseded = true;
  }

  boolean isSuperseded() {
    return superseded;
  }
}
