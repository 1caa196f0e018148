package org.cairncache.benchmarks.paired;

import org.cairncache.freshness.Cached1;

/** {@link Cached1#get}. */
final class FunctionCall implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cached1<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (typed.get(keys[i]) != null) {
        found++;
      }
    }
    return found;
  }
}
