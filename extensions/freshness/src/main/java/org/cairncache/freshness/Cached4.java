package org.cairncache.freshness;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A cached function of four arguments. Thread-safe.
 *
 * @param <A> the type of the first argument
 * @param <B> the type of the second argument
 * @param <C> the type of the third argument
 * @param <D> the type of the fourth argument
 * @param <V> the type of its result
 */
public final class Cached4<A, B, C, D, V> extends CachedFunction<V> {
  private final AsyncLoader<A, B, C, D, V> loader;

  Cached4(Binding<V> binding, AsyncLoader<A, B, C, D, V> loader) {
    super(binding);
    this.loader = loader;
  }

  /** The function itself. Thread-safe. */
  @FunctionalInterface
  public interface Loader<A, B, C, D, V> {
    /** Computes the result; null is one. */
    @Nullable V load(A a, B b, C c, D d) throws Exception;
  }

  /** The function itself, which does not wait for its result. Thread-safe. */
  @FunctionalInterface
  public interface AsyncLoader<A, B, C, D, V> {
    /** Begins to compute the result; null is one. */
    CompletionStage<@Nullable V> load(A a, B b, C c, D d) throws Exception;
  }

  /**
   * Returns the result, cached or loaded; waits for the store, and for a load if there is nothing
   * that may be served.
   *
   * @throws RuntimeException what the loader threw; a {@link
   *     javax.cache.integration.CacheLoaderException} with it if that is checked
   */
  public @Nullable V get(A a, B b, C c, D d) {
    return answers()
        .get(
            keys().render(a, b, c, d),
            key -> order(key, () -> loader.load(a, b, c, d), a, b, c, d));
  }

  /** As {@link #get}, but waits for the store alone. To cancel the stage cancels no load. */
  public CompletionStage<@Nullable V> getAsync(A a, B b, C c, D d) {
    return answers()
        .getAsync(
            keys().render(a, b, c, d),
            key -> order(key, () -> loader.load(a, b, c, d), a, b, c, d));
  }

  /** Calls the function, whatever is cached, as {@link Cached0#refresh} does. */
  public CompletionStage<@Nullable V> refresh(A a, B b, C c, D d) {
    return answers()
        .refresh(
            keys().render(a, b, c, d),
            key -> order(key, () -> loader.load(a, b, c, d), a, b, c, d));
  }

  /**
   * Ends the cached result, also where it would be served stale, for all processes. What is being
   * loaded now is not kept, and nobody who asks from now on gets it in this process.
   *
   * @throws javax.cache.CacheException if the store fails
   */
  public void invalidate(A a, B b, C c, D d) {
    answers().invalidate(keys().render(a, b, c, d));
  }

  /** Says what a call would find now, and do. Loads nothing. */
  public Explanation explain(A a, B b, C c, D d) {
    return answers().explain(keys().render(a, b, c, d));
  }
}
