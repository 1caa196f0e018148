package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;

/** {@code asMap().compute} with a function that adds one to a {@link Long}. */
final class CaffeineIncrement implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var map = ((Cache<Object, Long>) cache).asMap();
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += map.compute(keys[i], Increment.INCREMENT);
    }
    return sum;
  }
}
