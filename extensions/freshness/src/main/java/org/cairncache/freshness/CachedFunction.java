package org.cairncache.freshness;

import java.util.List;
import org.cairncache.freshness.Loads.Order;
import org.cairncache.freshness.key.KeyRenderer;
import org.jspecify.annotations.Nullable;

/**
 * What cached functions have in common, whatever their arguments. Made by {@link Cached#of}.
 * Thread-safe.
 *
 * @param <V> the type of the result
 */
public abstract sealed class CachedFunction<V>
    permits Cached0, Cached1, Cached2, Cached3, Cached4, CachedMethod {
  private final Binding<V> binding;

  CachedFunction(Binding<V> binding) {
    this.binding = binding;
  }

  /**
   * What a function is bound to.
   *
   * @param keys makes the key of the arguments
   * @param tags make the tags of the arguments
   */
  record Binding<V>(KeyRenderer keys, Answers<V> answers, List<KeyRenderer> tags) {}

  /**
   * Ends all results in the cache, also those of other functions that share it, for all processes;
   * no other cache is touched. What is being loaded now in this process is not kept.
   *
   * @throws javax.cache.CacheException if the store fails
   */
  public final void clear() {
    binding.answers.clear();
  }

  /**
   * Ends all results in the cache that have the tag, whoever loaded them, for all processes.
   *
   * @throws javax.cache.CacheException if the store fails
   */
  public final void invalidateTag(String tag) {
    binding.answers.invalidateTag(tag);
  }

  final Binding<V> binding() {
    return binding;
  }

  final KeyRenderer keys() {
    return binding.keys;
  }

  final Answers<V> answers() {
    return binding.answers;
  }

  /** A load, with the tags that these arguments give its result. */
  final Order<V> order(String key, Load<V> load, @Nullable Object... arguments) {
    List<String> tags = binding.tags.stream().map(tag -> tag.render(arguments)).toList();
    return new Order<>(key, load, tags);
  }
}
