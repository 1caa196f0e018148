package org.cairncache.benchmarks.paired;

import java.util.concurrent.ConcurrentMap;

/** {@link ConcurrentMap#compute} with a function that adds one to a {@link Long}. */
final class MapIncrement implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (ConcurrentMap<Object, Long>) cache;
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += typed.compute(keys[i], Increment.INCREMENT);
    }
    return sum;
  }
}
