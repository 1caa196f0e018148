package org.cairncache.benchmarks.hits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.paired.Workload;

/**
 * Requests in their order. Nobody writes to the array.
 *
 * @param id names it on the command line and in files
 * @param label what tables print
 * @param requests the number of the key that is asked for; keys are numbered from 0 as they first
 *     appear
 * @param distinct how many keys there are
 * @param sizes the maximum sizes of the caches that are asked
 */
@SuppressWarnings("ArrayRecordComponent") // a trace is never compared
record Trace(String id, String label, int[] requests, int distinct, List<Integer> sizes) {
  private static final int[] PERCENTS = {2, 10, 25, 50};
  private static final int SMALLEST = 50;
  private static final long SEED = 7;

  /** A trace of those keys, which are any numbers, and caches that hold some percent of them. */
  static Trace of(String id, String label, long[] keys) {
    Map<Long, Integer> numbers = new HashMap<>();
    int[] requests = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      requests[i] = number(numbers, keys[i]);
    }
    return new Trace(id, label, requests, numbers.size(), sizes(numbers.size()));
  }

  /** The objects that caches are asked for, by the keys' numbers. */
  Object[] keys() {
    return Workload.keys(distinct, SEED);
  }

  /** How many requests there are before that many different keys were asked for, in percent. */
  double percentUntilFull(int size) {
    int seen = 0;
    for (int i = 0; i < requests.length; i++) {
      if (requests[i] == seen && ++seen == size) {
        return 100.0 * (i + 1) / requests.length;
      }
    }
    return 100;
  }

  private static int number(Map<Long, Integer> numbers, long key) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(key, next);
    return known == null ? next : known;
  }

  private static List<Integer> sizes(int distinct) {
    var sizes = new ArrayList<Integer>();
    for (int percent : PERCENTS) {
      int size = (int) ((long) distinct * percent / 100) / Contender.STEP * Contender.STEP;
      if (size >= SMALLEST) {
        sizes.add(size);
      }
    }
    return List.copyOf(sizes);
  }
}
