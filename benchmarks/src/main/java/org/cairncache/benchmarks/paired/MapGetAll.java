package org.cairncache.benchmarks.paired;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/** {@link ConcurrentMap#get} of each key of a set, into a map that has room for all. */
final class MapGetAll implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (ConcurrentMap<Object, Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      var wanted = (Set<Object>) keys[i];
      Map<Object, Object> answer = new HashMap<>(wanted.size() * 2);
      for (Object key : wanted) {
        Object value = typed.get(key);
        if (value != null) {
          answer.put(key, value);
        }
      }
      found += answer.size();
    }
    return found;
  }
}
