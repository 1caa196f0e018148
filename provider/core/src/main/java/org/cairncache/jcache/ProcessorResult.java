package org.cairncache.jcache;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.cache.CacheException;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** What {@code invokeAll} did with one key: a result or a failure. Immutable. */
record ProcessorResult<T>(@Nullable T result, @Nullable CacheException failure)
    implements EntryProcessorResult<T> {

  /** Invokes for one key after the other; one without result has no place in the map. */
  static <K, T> Map<K, EntryProcessorResult<T>> ofEach(
      Set<? extends K> keys, Function<K, @Nullable T> invocation) {
    Map<K, EntryProcessorResult<T>> results = new HashMap<>();
    for (K key : keys) {
      try {
        T result = invocation.apply(key);
        if (result != null) {
          results.put(key, new ProcessorResult<>(result, null));
        }
      } catch (CacheException failure) {
        results.put(key, new ProcessorResult<>(null, failure));
      }
    }
    return results;
  }

  @Override
  public @Nullable T get() throws EntryProcessorException {
    if (failure != null) {
      throw failure;
    }
    return result;
  }
}
