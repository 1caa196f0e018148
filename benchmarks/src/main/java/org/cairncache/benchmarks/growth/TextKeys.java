package org.cairncache.benchmarks.growth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Keys by their number, made when they are asked for, so that they take no memory. */
record TextKeys(int count) {
  String inOrder(int i) {
    return "user:" + i * 0x9E3779B97F4A7C15L;
  }

  /** One of them, far from the one before. */
  String scattered(int i) {
    return inOrder((int) (i * 0x9E3779B1L % count));
  }

  Set<String> scattered(int from, int to) {
    Set<String> keys = new HashSet<>();
    for (int i = from; i < to; i++) {
      keys.add(scattered(i));
    }
    return keys;
  }

  Map<String, byte[]> inOrder(int from, int to, byte[] value) {
    Map<String, byte[]> batch = new HashMap<>();
    for (int i = from; i < to; i++) {
      batch.put(inOrder(i), value);
    }
    return batch;
  }
}
