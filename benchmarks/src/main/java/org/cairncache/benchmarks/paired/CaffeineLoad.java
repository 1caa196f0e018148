package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;

/** {@link Cache#get} of what is absent and therefore loaded; answers how much was. */
final class CaffeineLoad implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    long before = Origin.ORIGIN.loads();
    for (int i = from; i < to; i++) {
      if (typed.get(keys[i], Origin.ORIGIN) == null) {
        throw new IllegalStateException("Not loaded");
      }
    }
    return Origin.ORIGIN.loads() - before;
  }
}
