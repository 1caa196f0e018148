package org.cairncache.freshness;

import java.util.concurrent.CompletionStage;
import org.cairncache.freshness.Engine.Call;
import org.jspecify.annotations.Nullable;

/**
 * A cached function for those that intercept methods, such as containers: with any number of
 * arguments, and a loader that comes with each call. Made by {@link CachedBuilder#buildMethod}. The
 * arrays of arguments hold one for each parameter of the signature. Thread-safe.
 *
 * @param <V> the type of its result
 */
public final class CachedMethod<V> extends CachedFunction<V> {
  CachedMethod(Binding<V> binding) {
    super(binding);
  }

  /** One call of the method. It may be made after the caller has been answered. */
  @FunctionalInterface
  public interface Loader<V> {
    /** Begins to compute the result, or does it all; null is one. */
    CompletionStage<@Nullable V> load() throws Exception;
  }

  /**
   * Returns the result, cached or loaded; waits for the store, and for a load if there is nothing
   * that may be served.
   *
   * @throws Exception what the loader threw
   */
  public @Nullable V get(@Nullable Object[] arguments, Loader<V> loader) throws Exception {
    try {
      return answers().get(key(arguments), call(arguments, loader));
    } catch (CheckedLoadException failure) {
      throw failure.checked();
    }
  }

  /** As {@link #get}, but waits for the store alone. To cancel the stage cancels no load. */
  public CompletionStage<@Nullable V> getAsync(@Nullable Object[] arguments, Loader<V> loader) {
    return answers().getAsync(key(arguments), call(arguments, loader));
  }

  /** Calls the loader, whatever is cached, as {@link Cached0#refresh} does. */
  public CompletionStage<@Nullable V> refresh(@Nullable Object[] arguments, Loader<V> loader) {
    return answers().refresh(key(arguments), call(arguments, loader));
  }

  private Call<V> call(@Nullable Object[] arguments, Loader<V> loader) {
    return key -> order(key, loader::load, arguments);
  }

  /**
   * Says that the entry of a key was changed in another way: what is being loaded now is not kept,
   * and nobody who asks from now on gets it in this process. Call it after the change.
   */
  public void supersede(String key) {
    answers().supersede(key);
  }

  /** As {@link #supersede}, for all keys. */
  public void supersedeAll() {
    answers().supersedeAll();
  }

  /** As {@link #supersede}, for all keys whose loads have the tag. */
  public void supersedeTag(String tag) {
    answers().supersedeTag(tag);
  }

  /** The key of the arguments. */
  public String key(@Nullable Object[] arguments) {
    return keys().renderAll(arguments);
  }

  /** The same function without arguments, with a loader for all calls. */
  public Cached0<V> with(Cached0.AsyncLoader<V> loader) {
    return new Cached0<>(binding(), loader);
  }

  /** The same function of one argument, with a loader for all calls. */
  public <A> Cached1<A, V> with(Cached1.AsyncLoader<A, V> loader) {
    return new Cached1<>(binding(), loader);
  }

  /** The same function of two arguments, with a loader for all calls. */
  public <A, B> Cached2<A, B, V> with(Cached2.AsyncLoader<A, B, V> loader) {
    return new Cached2<>(binding(), loader);
  }

  /** The same function of three arguments, with a loader for all calls. */
  public <A, B, C> Cached3<A, B, C, V> with(Cached3.AsyncLoader<A, B, C, V> loader) {
    return new Cached3<>(binding(), loader);
  }

  /** The same function of four arguments, with a loader for all calls. */
  public <A, B, C, D> Cached4<A, B, C, D, V> with(Cached4.AsyncLoader<A, B, C, D, V> loader) {
    return new Cached4<>(binding(), loader);
  }
}
