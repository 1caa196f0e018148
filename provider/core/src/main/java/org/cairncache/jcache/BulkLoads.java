package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.cache.CacheException;
import javax.cache.integration.CompletionListener;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * {@link javax.cache.Cache#loadAll} in the background. Every completion listener is notified once:
 * when the values are there, when loading failed, or when the cache is closed. Thread-safe.
 */
final class BulkLoads<K, V> {
  private final Warnings warnings = new Warnings(BulkLoads.class);
  private final @Nullable Loading<K, V> loading;
  private final Reader<K, V> reader;
  private final Executor executor;
  private final Set<Completion> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  BulkLoads(@Nullable Loading<K, V> loading, Reader<K, V> reader, Executor executor) {
    this.loading = loading;
    this.reader = reader;
    this.executor = executor;
  }

  /** Returns at once. */
  void start(Set<? extends K> keys, boolean replace, @Nullable CompletionListener listener) {
    Completion completion = new Completion(listener);
    Loading<K, V> loads = loading;
    if (loads == null) {
      completion.succeed();
      return;
    }
    List<K> wanted = new ArrayList<>(keys);
    running.add(completion);
    try {
      executor.execute(() -> run(loads, wanted, replace, completion));
    } catch (RejectedExecutionException shutDown) {
      completion.fail(new CacheException("The cache manager is closed", shutDown));
    }
    if (closed) {
      close();
    }
  }

  /** Tells those who still wait that nothing more will come. */
  void close() {
    closed = true;
    running.forEach(
        completion -> completion.fail(new CacheException("The cache was closed while loading")));
  }

  private void run(Loading<K, V> loads, List<K> keys, boolean replace, Completion completion) {
    try {
      if (replace) {
        loads.loadOver(keys);
      } else {
        keys.removeIf(reader::containsKey);
        if (!keys.isEmpty()) {
          loads.loadMissing(keys);
        }
      }
    } catch (Exception failure) { // also a checked one that a listener does not declare
      completion.fail(failure);
      return;
    } catch (Error failure) {
      completion.fail(new CacheException("Loading failed", failure));
      throw failure;
    }
    completion.succeed();
  }

  /** Notifies one listener, once. */
  private final class Completion {
    private final @Nullable CompletionListener listener;
    private final AtomicBoolean notified = new AtomicBoolean();

    Completion(@Nullable CompletionListener listener) {
      this.listener = listener;
    }

    void succeed() {
      if (first()) {
        tell(CompletionListener::onCompletion);
      }
    }

    void fail(Exception failure) {
      if (first()) {
        tell(present -> present.onException(failure));
      }
    }

    private boolean first() {
      running.remove(this);
      return notified.compareAndSet(false, true);
    }

    private void tell(Consumer<CompletionListener> notice) {
      if (listener == null) {
        return;
      }
      try {
        notice.accept(listener);
      } catch (RuntimeException failure) {
        warnings.failed("A completion listener failed", failure);
      }
    }
  }
}
