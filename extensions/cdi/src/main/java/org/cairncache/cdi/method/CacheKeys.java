package org.cairncache.cdi.method;

import jakarta.interceptor.InvocationContext;

/** Makes the key of a call. Thread-safe. */
@FunctionalInterface
public interface CacheKeys {
  /** The key, never null. */
  Object of(InvocationContext call);
}
