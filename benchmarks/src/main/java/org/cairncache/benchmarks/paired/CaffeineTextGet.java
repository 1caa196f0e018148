package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;

/** {@link Cache#getIfPresent} by the text that the key template of {@link FunctionCall} makes. */
final class CaffeineTextGet implements Loop {
  static String key(Object argument) {
    return "user:" + argument + "L";
  }

  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (typed.getIfPresent(CaffeineTextGet.key(keys[i])) != null) {
        found++;
      }
    }
    return found;
  }
}
