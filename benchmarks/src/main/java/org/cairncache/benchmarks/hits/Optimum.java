package org.cairncache.benchmarks.hits;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What a cache would hit that knew the future: what is asked for again the latest is not kept
 * (Belady 1966).
 */
final class Optimum {
  private final int[] requests;
  private final int[] next;

  Optimum(Trace trace) {
    requests = trace.requests();
    next = new int[requests.length];
    int[] nextOfKey = new int[trace.distinct()];
    Arrays.fill(nextOfKey, Integer.MAX_VALUE);
    for (int i = requests.length - 1; i >= 0; i--) {
      next[i] = nextOfKey[requests[i]];
      nextOfKey[requests[i]] = i;
    }
  }

  /** The highest ratio of hits that a cache of that size can have. */
  double ratio(int size) {
    // Where kept keys are asked for next. What is past stays in the queue, below all others.
    var kept = new PriorityQueue<Integer>(Comparator.reverseOrder());
    var isKept = new boolean[requests.length];
    int hits = 0;
    int count = 0;
    for (int i = 0; i < requests.length; i++) {
      if (isKept[i]) {
        hits++;
        count--;
      }
      if (next[i] < requests.length) {
        kept.add(next[i]);
        isKept[next[i]] = true;
        count++;
      }
      if (count > size) {
        isKept[kept.remove()] = false;
        count--;
      }
    }
    return (double) hits / requests.length;
  }
}
