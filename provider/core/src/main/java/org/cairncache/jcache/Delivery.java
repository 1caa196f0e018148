package org.cairncache.jcache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javax.cache.event.CacheEntryListenerException;

/** One event on its way to one listener. Thread-safe. */
final class Delivery {
  private final Runnable call;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  Delivery(Runnable call) {
    this.call = call;
  }

  /** Calls the listener; what it throws is kept for {@link #await()}. */
  void run() {
    try {
      call.run();
      done.complete(null);
    } catch (CacheEntryListenerException failure) {
      done.completeExceptionally(failure);
    } catch (Throwable failure) {
      done.completeExceptionally(
          new CacheEntryListenerException("A cache entry listener failed", failure));
    }
  }

  /** Tells of a failure where nobody waits. */
  void onFailure(Consumer<Throwable> action) {
    CompletableFuture<Void> unused =
        done.whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                action.accept(failure);
              }
            });
  }

  /**
   * Waits until the listener was called, by whichever thread.
   *
   * @throws CacheEntryListenerException with what the listener threw as its cause
   */
  void await() {
    try {
      done.join();
    } catch (CompletionException failure) {
      throw (CacheEntryListenerException) failure.getCause();
    }
  }
}
