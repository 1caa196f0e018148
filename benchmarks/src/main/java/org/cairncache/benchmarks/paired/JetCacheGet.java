package org.cairncache.benchmarks.paired;

import com.alicp.jetcache.Cache;

/** {@link Cache#get} of JetCache. */
final class JetCacheGet implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (typed.get(keys[i]) != null) {
        found++;
      }
    }
    return found;
  }
}
