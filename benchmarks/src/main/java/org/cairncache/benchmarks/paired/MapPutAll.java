package org.cairncache.benchmarks.paired;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/** {@link ConcurrentMap#putAll} of maps, which the keys are. */
final class MapPutAll implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (ConcurrentMap<Object, Object>) cache;
    for (int i = from; i < to; i++) {
      typed.putAll((Map<Object, Object>) keys[i]);
    }
    return (long) to - from;
  }
}
