package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;

/** {@link Cache#getIfPresent}. */
final class CaffeineGet implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (typed.getIfPresent(keys[i]) != null) {
        found++;
      }
    }
    return found;
  }
}
