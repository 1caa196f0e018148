package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import javax.cache.Cache;
import org.cairncache.cdi.method.CacheKeys;
import org.jspecify.annotations.Nullable;

/**
 * {@code @CacheResult}: looks into the caches, and calls the method if nothing is there, or if it
 * is to be called in any case. Thread-safe.
 */
abstract class ResultAdvice implements Advice {
  final Results results;
  final Flights flights;
  private final CacheKeys keys;
  private final boolean skipGet;

  ResultAdvice(Results results, CacheKeys keys, boolean skipGet, Flights flights) {
    this.results = results;
    this.keys = keys;
    this.skipGet = skipGet;
    this.flights = flights;
  }

  @Override
  public final @Nullable Object around(InvocationContext call) throws Exception {
    Cache<Object, Object> cache = results.cacheOf(call);
    if (cache == null) {
      return call.proceed();
    }
    Object key = keys.of(call);
    if (skipGet) {
      return callAnew(new Place(cache, key), call);
    }
    long before = flights.landings();
    Object found = results.find(cache, key);
    if (found != null) {
      return answer(found);
    }
    Throwable thrown = results.findThrown(call, key);
    return thrown != null ? fail(thrown) : call(new Place(cache, key), before, call);
  }

  /** What the caller gets where this was found. */
  abstract Object answer(Object found);

  /** What the caller gets where the method is known to throw this; or throws it. */
  abstract Object fail(Throwable thrown) throws Exception;

  /**
   * Calls the method, or waits for the one who does.
   *
   * @param before the landings before the caller looked into the cache
   */
  abstract @Nullable Object call(Place place, long before, InvocationContext call) throws Exception;

  /** Calls the method and keeps its result, whoever calls it as well. */
  abstract @Nullable Object callAnew(Place place, InvocationContext call) throws Exception;
}
