package org.cairncache.benchmarks.paired;

import java.util.concurrent.ConcurrentMap;

/** {@link ConcurrentMap#put}. */
final class MapPut implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (ConcurrentMap<Object, Object>) cache;
    for (int i = from; i < to; i++) {
      typed.put(keys[i], values[i]);
    }
    return (long) to - from;
  }
}
