package org.cairncache.jcache;

import javax.cache.CacheException;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** What {@code invokeAll} did with one key: a result or a failure. Immutable. */
record ProcessorResult<T>(@Nullable T result, @Nullable CacheException failure)
    implements EntryProcessorResult<T> {
  @Override
  public @Nullable T get() throws EntryProcessorException {
    if (failure != null) {
      throw failure;
    }
    return result;
  }
}
