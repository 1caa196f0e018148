package org.cairncache.cdi.advice;

import javax.cache.annotation.CacheKeyGenerator;
import org.cairncache.cdi.method.CacheMethod;
import org.jspecify.annotations.Nullable;

/** What advice needs of its application. Thread-safe. */
public interface Surroundings {
  /** The cache of a name. */
  CacheChoice cache(String name);

  /** The caches that the calls of a method use. */
  CacheChoice caches(CacheMethod<?> method);

  /** The caches for what it throws; null if that is not cached. */
  @Nullable CacheChoice exceptionCaches(CacheMethod<?> method);

  /** What makes its keys; null if nobody says. */
  @Nullable CacheKeyGenerator keyGenerator(CacheMethod<?> method);

  /** The cached function behind a method with freshness. */
  Fresh fresh(CacheMethod<?> method, Changes changes);
}
