package org.cairncache.benchmarks.paired;

import java.util.Map;

/** {@link Map#get} of a map whose entries are kept near. */
final class RedissonGet implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Map<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (typed.get(keys[i]) != null) {
        found++;
      }
    }
    return found;
  }
}
