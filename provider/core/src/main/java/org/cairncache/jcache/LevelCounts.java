package org.cairncache.jcache;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** A count for each level of a chain, made when it first counts. Thread-safe. */
final class LevelCounts {
  private volatile LongAdder[] counts = {};

  void count(int level) {
    LongAdder[] present = counts;
    (level < present.length ? present[level] : grown(level)).increment();
  }

  private synchronized LongAdder grown(int level) {
    int before = counts.length;
    if (level >= before) {
      LongAdder[] more = Arrays.copyOf(counts, level + 1);
      Arrays.setAll(more, i -> i < before ? more[i] : new LongAdder());
      counts = more;
    }
    return counts[level];
  }

  /** Up to the deepest level that counted. */
  long[] sums() {
    return Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
  }
}
