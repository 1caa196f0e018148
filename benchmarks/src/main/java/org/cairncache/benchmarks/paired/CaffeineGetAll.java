package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Set;

/** {@link Cache#getAllPresent} of sets, which the keys are. */
final class CaffeineGetAll implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      found += typed.getAllPresent((Set<Object>) keys[i]).size();
    }
    return found;
  }
}
