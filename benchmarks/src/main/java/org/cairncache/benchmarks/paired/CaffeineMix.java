package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;

/** {@link Cache#getIfPresent} three times out of four, {@link Cache#put} the fourth. */
final class CaffeineMix implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if ((i & 3) == 3) {
        typed.put(keys[i], values[i]);
      } else if (typed.getIfPresent(keys[i]) != null) {
        found++;
      }
    }
    return found;
  }
}
