package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Map;

/** {@link Cache#putAll} of maps, which the keys are. */
final class CaffeinePutAll implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    for (int i = from; i < to; i++) {
      typed.putAll((Map<Object, Object>) keys[i]);
    }
    return (long) to - from;
  }
}
