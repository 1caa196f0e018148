package org.cairncache.cdi.method;

import java.util.List;

/**
 * Whether something is done for what a method threw ({@code CacheResult#cachedExceptions}, {@code
 * CachePut#cacheFor}, {@code CacheRemove#evictFor} and their negations). Immutable.
 *
 * @param ifUnspecified what holds where neither list has any
 */
public record ExceptionFilter(
    List<Class<? extends Throwable>> included,
    List<Class<? extends Throwable>> excluded,
    boolean ifUnspecified) {
  public ExceptionFilter {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  /** Whether it is done. */
  public boolean passes(Throwable thrown) {
    if (included.isEmpty() && excluded.isEmpty()) {
      return ifUnspecified;
    }
    return (included.isEmpty() || isOne(thrown, included)) && !isOne(thrown, excluded);
  }

  private static boolean isOne(Throwable thrown, List<Class<? extends Throwable>> types) {
    for (Class<? extends Throwable> type : types) {
      if (type.isInstance(thrown)) {
        return true;
      }
    }
    return false;
  }
}
