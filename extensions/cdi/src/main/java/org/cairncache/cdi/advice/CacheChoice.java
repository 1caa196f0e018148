package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** Says which cache a call uses. Thread-safe. */
@FunctionalInterface
public interface CacheChoice {
  /** The open cache; null if there is none and calls go on without it. */
  @Nullable Cache<Object, Object> of(InvocationContext call);
}
