package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.cdi.method.ExceptionFilter;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * Where results of a method are kept, and what it threw. If a store fails the method is called as
 * if nothing were there, and its result is returned although it is not kept; that is logged.
 * Thread-safe.
 */
final class Results {
  private final CacheChoice caches;
  private final @Nullable CacheChoice exceptions;
  private final ExceptionFilter filter;
  private final String method;
  private final Warnings warnings = new Warnings(Results.class);

  /**
   * @param exceptions the cache of what it throws; null if that is not kept
   * @param method what messages call it
   */
  Results(
      CacheChoice caches, @Nullable CacheChoice exceptions, ExceptionFilter filter, String method) {
    this.caches = caches;
    this.exceptions = exceptions;
    this.filter = filter;
    this.method = method;
  }

  /** Where the results of this call are; null if nowhere. */
  @Nullable Cache<Object, Object> cacheOf(InvocationContext call) {
    return caches.of(call);
  }

  @Nullable Object find(Cache<Object, Object> cache, Object key) {
    try {
      return cache.get(key);
    } catch (CacheException failure) {
      failed(cache, failure);
      return null;
    }
  }

  void keep(Cache<Object, Object> cache, Object key, @Nullable Object result) {
    if (result == null) {
      return; // JSR-107 has no null values
    }
    try {
      cache.put(key, result);
    } catch (CacheException failure) {
      failed(cache, failure);
    } catch (IllegalStateException closed) {
      if (!cache.isClosed()) {
        throw closed;
      }
    }
  }

  /** What the method threw for the key before; null if nothing is known. */
  @Nullable Throwable findThrown(InvocationContext call, Object key) {
    Cache<Object, Object> cache = exceptions == null ? null : exceptions.of(call);
    return cache == null ? null : (Throwable) find(cache, key);
  }

  void keepThrown(InvocationContext call, Object key, Throwable thrown) {
    if (exceptions == null || !filter.passes(thrown)) {
      return;
    }
    Cache<Object, Object> cache = exceptions.of(call);
    if (cache != null) {
      keep(cache, key, thrown);
    }
  }

  private void failed(Cache<Object, Object> cache, CacheException failure) {
    warnings.failed(
        method + ": the store of the cache \"" + cache.getName() + "\" fails; it goes on without",
        failure);
  }
}
