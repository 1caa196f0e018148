package org.cairncache.benchmarks.growth;

import java.util.Iterator;
import org.cairncache.benchmarks.paired.LiveHeap;
import org.jspecify.annotations.Nullable;

/** What a cache must answer for its figures to mean anything. */
final class Expected {
  private Expected() {}

  static void present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("An entry is missing");
    }
  }

  /** Goes to the end. */
  static void count(int expected, Iterator<?> all) {
    int found = 0;
    for (; all.hasNext(); all.next()) {
      found++;
    }
    if (found != expected) {
      throw new IllegalStateException("Iterated over " + found + " entries, not " + expected);
    }
  }

  /** How many kB more are alive when half of the entries have come than before the first. */
  static double heldHalfWay(Iterator<?> all, int entries) {
    long before = LiveHeap.bytes();
    for (int i = 0; i < entries / 2; i++) {
      all.next();
    }
    double held = (LiveHeap.bytes() - before) / 1e3;
    count(entries - entries / 2, all);
    return held;
  }
}
