package org.cairncache.cdi;

import java.lang.reflect.Method;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.freshness.background.BackgroundObserver;

/**
 * Says who hears of methods with {@link Freshness} and of background tasks: the seam for metrics. A
 * bean of this type is asked, once for each; by default nobody hears. Thread-safe.
 */
public interface CacheObservers {
  /** Hears of the calls of a method. */
  default CachedObserver ofMethod(String cacheName, Method method) {
    return CachedObserver.NONE;
  }

  /** Hears of a background task or a reader. */
  default BackgroundObserver ofTask(String cacheName, String key) {
    return BackgroundObserver.NONE;
  }
}
