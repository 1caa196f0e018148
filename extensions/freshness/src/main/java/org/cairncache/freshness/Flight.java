package org.cairncache.freshness;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cairncache.freshness.work.LoaderThread;
import org.jspecify.annotations.Nullable;

/**
 * One load of one key, which everybody else who wants the key waits for. Thread-safe.
 *
 * @param <V> the type of the result
 */
final class Flight<V> {
  private final CompletableFuture<@Nullable V> landing = new CompletableFuture<>();
  private final LoaderThread thread = new LoaderThread();
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

  /** The thread that is in the loader; nobody else's, once it has returned. */
  LoaderThread thread() {
    return thread;
  }

  /** What it loads is out of date: nobody may join, and nothing is kept of it. */
  void supersede() {
    superseded = true;
  }

  boolean isSuperseded() {
    return superseded;
  }
}
