package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.function.BiFunction;

/** {@code asMap().compute} with a function that adds one to a {@link Long}. */
final class CaffeineIncrement implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var map = ((Cache<Object, Long>) cache).asMap();
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += map.compute(keys[i], Remapping.INCREMENT);
    }
    return sum;
  }

  private enum Remapping implements BiFunction<Object, Long, Long> {
    INCREMENT;

    @Override
    public Long apply(Object key, Long value) {
      return value + 1;
    }
  }
}
