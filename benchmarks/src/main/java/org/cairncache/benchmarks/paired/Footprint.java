package org.cairncache.benchmarks.paired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Weighs filled caches: the growth of the live heap from before the cache to after its filling. */
final class Footprint {
  private final List<Subject> subjects;
  private final Options options;
  private final Consumer<String> progress;
  private final Object[] keys;
  private final Object[] values;

  /** Draws keys and values, which exist before anything is weighed. */
  Footprint(List<Subject> subjects, Options options, Consumer<String> progress) {
    this.subjects = subjects;
    this.options = options;
    this.progress = progress;
    this.keys = Workload.keys(options.footprintEntries(), options.seed());
    this.values = Workload.values(options.footprintEntries());
  }

  /** Weighs the rows asked for. */
  List<FootprintResult> run() {
    var results = new ArrayList<FootprintResult>();
    for (FootprintRow row : Rows.FOOTPRINTS) {
      if (options.includes(row.id())) {
        progress.accept("weighing: " + row.id());
        results.add(weigh(row));
      }
    }
    return results;
  }

  private FootprintResult weigh(FootprintRow row) {
    var bytes = new LinkedHashMap<String, Double>();
    for (Subject subject : subjects) {
      try {
        bytes.put(subject.id(), perEntry(subject, row.shape()));
      } catch (UnsupportedOperationException e) {
        progress.accept(row.id() + ": not by " + subject.label() + ": " + e.getMessage());
      }
    }
    return new FootprintResult(row, perEntry(Subjects.raw(), row.baseline()), bytes);
  }

  private double perEntry(Subject subject, CacheShape shape) {
    subject.open(shape, keys.length).close();
    long before = LiveHeap.bytes();
    try (OpenCache open = subject.open(shape, keys.length).fill(keys, values)) {
      ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS);
      long after = LiveHeap.bytes();
      return (double) (after - before) / keys.length;
    }
  }
}
