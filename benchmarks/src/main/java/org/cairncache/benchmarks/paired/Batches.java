package org.cairncache.benchmarks.paired;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes of drawn keys what the operations on many keys are called with. */
final class Batches {
  private Batches() {}

  /** {@code keys.length / size} sets of so many keys, as long as there are so many different. */
  static Set<?>[] sets(Object[] keys, int size) {
    var sets = new Set<?>[keys.length / size];
    for (int i = 0; i < sets.length; i++) {
      var set = new HashSet<>();
      for (int j = 0; j < keys.length && set.size() < size; j++) {
        set.add(keys[(i * size + j) % keys.length]);
      }
      sets[i] = set;
    }
    return sets;
  }

  /** For each of {@link #sets} a map from its keys to some of the values. */
  static Map<?, ?>[] maps(Object[] keys, Object[] values, int size) {
    Set<?>[] sets = sets(keys, size);
    var maps = new Map<?, ?>[sets.length];
    for (int i = 0; i < maps.length; i++) {
      var map = new HashMap<>();
      for (Object key : sets[i]) {
        map.put(key, values[(i * size + map.size()) % values.length]);
      }
      maps[i] = map;
    }
    return maps;
  }
}
