package org.cairncache.benchmarks.growth;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.cairncache.benchmarks.paired.CpuClock;

/** Collects what a trial reads. For one thread. */
final class Readings {
  private static final int LONG = 100_000;

  private final Map<Reading, Double> all = new EnumMap<>(Reading.class);
  private final String title;
  private final int entries;

  Readings(Medium medium, int entries) {
    this.title = medium.label() + ", " + entries + " entries: ";
    this.entries = entries;
  }

  Map<Reading, Double> all() {
    return all;
  }

  /** What was noted; not a number if nothing was. */
  double of(Reading reading) {
    return all.getOrDefault(reading, Double.NaN);
  }

  void note(Reading reading, double figure) {
    all.put(reading, figure);
  }

  /** Times what concerns all entries. */
  void time(Reading reading, Runnable work) {
    progress(reading.label());
    long start = System.nanoTime();
    work.run();
    note(reading, (System.nanoTime() - start) / 1e3 / entries);
  }

  /** The same, and how much this thread allocates. */
  void time(Reading reading, Reading allocated, Runnable work) {
    long before = CpuClock.allocatedBytes();
    time(reading, work);
    note(allocated, (double) (CpuClock.allocatedBytes() - before) / entries);
  }

  /** Times one call after the other, with the numbers below {@code times}. */
  void repeat(Reading reading, int times, IntConsumer call) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      if (times >= LONG && i % (times / 10) == 0) {
        progress(reading.label() + " " + i + " of " + times);
      }
      call.accept(i);
    }
    note(reading, (System.nanoTime() - start) / 1e3 / times);
  }

  /** Says on standard error what is being done. */
  void progress(String text) {
    System.err.println(title + text);
  }
}
