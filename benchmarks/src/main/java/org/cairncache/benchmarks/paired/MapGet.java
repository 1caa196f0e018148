package org.cairncache.benchmarks.paired;

import java.util.concurrent.ConcurrentMap;

/** {@link ConcurrentMap#get}. */
final class MapGet implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (ConcurrentMap<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (typed.get(keys[i]) != null) {
        found++;
      }
    }
    return found;
  }
}
