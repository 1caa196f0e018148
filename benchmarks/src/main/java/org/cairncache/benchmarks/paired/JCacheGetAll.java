package org.cairncache.benchmarks.paired;

import java.util.Set;
import javax.cache.Cache;

/** {@link Cache#getAll} of sets, which the keys are. */
final class JCacheGetAll implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      found += typed.getAll((Set<Object>) keys[i]).size();
    }
    return found;
  }
}
