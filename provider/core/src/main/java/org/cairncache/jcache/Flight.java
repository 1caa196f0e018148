package org.cairncache.jcache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;

/**
 * One load of one key, which everybody else who wants the key waits for. Thread-safe; only the
 * thread that made it moves it on.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
final class Flight<K, V> extends Board.Item<K> {
  // Who waits for what, over all caches: a circle of waiting threads would never end.
  private static final ConcurrentHashMap<Thread, Flight<?, ?>> WAITING = new ConcurrentHashMap<>();

  /** How far a load has come, in order. Its answer is as old as the step that found it. */
  enum Step {
    WAITING,
    LOOKING,
    LOADING,
    STORING
  }

  private final Thread owner = Thread.currentThread();
  private final CompletableFuture<@Nullable V> landing = new CompletableFuture<>();

  private volatile Step step = Step.WAITING;

  Flight(K key) {
    super(key);
  }

  /** Says that this step begins now; says nothing if another thread does this load's work. */
  void begin(Step next) {
    if (owner == Thread.currentThread()) {
      step = next;
    }
  }

  /** The step that began last: of a load that has landed, the one that found its answer. */
  Step step() {
    return step;
  }

  void land(@Nullable V value) {
    landing.complete(value);
  }

  void crash(Throwable failure) {
    landing.completeExceptionally(failure);
  }

  /**
   * Waits for the load of another thread.
   *
   * @throws CacheLoaderException if it fails, or if that thread waits, in the end, for this one
   */
  @Nullable V join() {
    Thread self = Thread.currentThread();
    Flight<?, ?> outer = WAITING.put(self, this);
    try {
      if (!landing.isDone() && waitsFor(self)) {
        throw new CacheLoaderException(
            "A loader asks for a key that is being loaded by a loader that waits for this one");
      }
      return landing.join();
    } catch (CompletionException failure) {
      throw rethrow(failure.getCause());
    } finally {
      if (outer == null) {
        WAITING.remove(self);
      } else {
        WAITING.put(self, outer);
      }
    }
  }

  private boolean waitsFor(Thread self) {
    Flight<?, ?> flight = this;
    while (flight != null && !flight.landing.isDone()) {
      if (flight.owner == self) {
        return true;
      }
      flight = WAITING.get(flight.owner);
    }
    return false;
  }

  private static RuntimeException rethrow(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new CacheLoaderException(cause);
  }
}
