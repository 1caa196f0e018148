package org.cairncache.freshness;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A cached function of no argument. Thread-safe.
 *
 * @param <V> the type of its result
 */
public final class Cached0<V> extends CachedFunction<V> {
  private final AsyncLoader<V> loader;

  Cached0(Binding<V> binding, AsyncLoader<V> loader) {
    super(binding);
    this.loader = loader;
  }

  /** The function itself. Thread-safe. */
  @FunctionalInterface
  public interface Loader<V> {
    /** Computes the result; null is one. */
    @Nullable V load() throws Exception;
  }

  /** The function itself, which does not wait for its result. Thread-safe. */
  @FunctionalInterface
  public interface AsyncLoader<V> {
    /** Begins to compute the result; null is one. */
    CompletionStage<@Nullable V> load() throws Exception;
  }

  /**
   * Returns the result, cached or loaded; waits for the store, and for a load if there is nothing
   * that may be served.
   *
   * @throws RuntimeException what the loader threw; a {@link
   *     javax.cache.integration.CacheLoaderException} with it if that is checked
   */
  public @Nullable V get() {
    return answers().get(keys().render(), key -> order(key, () -> loader.load()));
  }

  /** As {@link #get}, but waits for the store alone. To cancel the stage cancels no load. */
  public CompletionStage<@Nullable V> getAsync() {
    return answers().getAsync(keys().render(), key -> order(key, () -> loader.load()));
  }

  /**
   * Calls the function, whatever is cached, and keeps its result; callers are served the older one
   * meanwhile. A load that is under way is joined. To cancel the stage cancels no load.
   */
  public CompletionStage<@Nullable V> refresh() {
    return answers().refresh(keys().render(), key -> order(key, () -> loader.load()));
  }

  /**
   * Ends the cached result, also where it would be served stale, for all processes. What is being
   * loaded now is not kept, and nobody who asks from now on gets it in this process.
   *
   * @throws javax.cache.CacheException if the store fails
   */
  public void invalidate() {
    answers().invalidate(keys().render());
  }

  /** Says what a call would find now, and do. Loads nothing. */
  public Explanation explain() {
    return answers().explain(keys().render());
  }
}
