package org.cairncache.freshness;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A cached function of one argument. Thread-safe.
 *
 * @param <A> the type of its argument
 * @param <V> the type of its result
 */
public final class Cached1<A, V> extends CachedFunction<V> {
  private final AsyncLoader<A, V> loader;

  Cached1(Binding<V> binding, AsyncLoader<A, V> loader) {
    super(binding);
    this.loader = loader;
  }

  /** The function itself. Thread-safe. */
  @FunctionalInterface
  public interface Loader<A, V> {
    /** Computes the result; null is one. */
    @Nullable V load(A a) throws Exception;
  }

  /** The function itself, which does not wait for its result. Thread-safe. */
  @FunctionalInterface
  public interface AsyncLoader<A, V> {
    /** Begins to compute the result; null is one. */
    CompletionStage<@Nullable V> load(A a) throws Exception;
  }

  /**
   * Returns the result, cached or loaded; waits for the store, and for a load if there is nothing
   * that may be served.
   *
   * @throws RuntimeException what the loader threw; a {@link
   *     javax.cache.integration.CacheLoaderException} with it if that is checked
   */
  public @Nullable V get(A a) {
    return answers().get(keys().render(a), key -> order(key, () -> loader.load(a), a));
  }

  /** As {@link #get}, but waits for the store alone. To cancel the stage cancels no load. */
  public CompletionStage<@Nullable V> getAsync(A a) {
    return answers().getAsync(keys().render(a), key -> order(key, () -> loader.load(a), a));
  }

  /** Calls the function, whatever is cached, as {@link Cached0#refresh} does. */
  public CompletionStage<@Nullable V> refresh(A a) {
    return answers().refresh(keys().render(a), key -> order(key, () -> loader.load(a), a));
  }

  /**
   * Ends the cached result, also where it would be served stale, for all processes. What is being
   * loaded now is not kept, and nobody who asks from now on gets it in this process.
   *
   * @throws javax.cache.CacheException if the store fails
   */
  public void invalidate(A a) {
    answers().invalidate(keys().render(a));
  }

  /** Says what a call would find now, and do. Loads nothing. */
  public Explanation explain(A a) {
    return answers().explain(keys().render(a));
  }
}
