package org.cairncache.benchmarks.paired;

import javax.cache.Cache;

/** {@link Cache#put}. */
final class JCachePut implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    for (int i = from; i < to; i++) {
      typed.put(keys[i], values[i]);
    }
    return (long) to - from;
  }
}
