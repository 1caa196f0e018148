package org.cairncache.benchmarks.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cairncache.benchmarks.paired.CacheShape;
import org.cairncache.benchmarks.paired.Loop;
import org.cairncache.benchmarks.paired.LoopCopies;
import org.cairncache.benchmarks.paired.OpenCache;
import org.cairncache.benchmarks.paired.Subject;
import org.cairncache.benchmarks.paired.Subjects;
import org.cairncache.benchmarks.paired.Workload;
import org.cairncache.benchmarks.report.Measured;

/** How cost grows with the number of threads on one cache of 100,000 Zipf keys. */
final class ThreadGrowth {
  private static final int ENTRIES = 100_000;
  private static final int DRAWS_OF_EACH = 10;
  private static final double SKEW = 0.99;
  private static final long SEED = 42;
  private static final int WARM_UPS = 4;

  private final GrowthOptions options;
  private final Workload workload;
  private final ThreadTables tables;

  ThreadGrowth(GrowthOptions options) {
    this.options = options;
    int entries = 100 * Math.min(ENTRIES / 100, options.largest());
    this.workload = new Workload(entries, entries * DRAWS_OF_EACH, SKEW, SEED);
    this.tables = new ThreadTables(options.threads());
  }

  /** A subject's cache, filled, and the loop over it. */
  private record Contender(Subject subject, OpenCache open, Loop loop) {}

  Measured measure() {
    for (ThreadRow row : ThreadRow.values()) {
      for (boolean bounded : new boolean[] {false, true}) {
        measure(row, bounded);
      }
    }
    return tables.figures();
  }

  private void measure(ThreadRow row, boolean bounded) {
    List<Contender> contenders = open(row, row.shape(bounded));
    List<Contender> turns = new ArrayList<>(contenders);
    Random order = new Random(SEED);
    for (int i = 0; i < WARM_UPS; i++) {
      contenders.forEach(contender -> turn(row, contender, 2));
    }
    for (int threads : options.threads()) {
      System.err.println("threads: " + row.label() + (bounded ? ", fit" : "") + ", " + threads);
      for (int round = 0; round < options.rounds(); round++) {
        Collections.shuffle(turns, order);
        for (Contender one : turns) {
          tables.add(row, bounded, one.subject.label(), threads, turn(row, one, threads));
        }
      }
    }
    contenders.forEach(contender -> contender.open.close());
  }

  private List<Contender> open(ThreadRow row, CacheShape shape) {
    List<Contender> contenders = new ArrayList<>();
    for (Subject subject : Subjects.all(options.provider())) {
      try {
        OpenCache open = subject.open(shape, workload.stored().length);
        open.fill(workload.stored(), workload.values());
        Loop loop = LoopCopies.copyOf(row.loopFor(subject));
        contenders.add(new Contender(subject, open, loop));
      } catch (UnsupportedOperationException e) {
        System.err.println(row.label() + ": not by " + subject.label() + ": " + e.getMessage());
      }
    }
    return contenders;
  }

  private Crowd.Turn turn(ThreadRow row, Contender contender, int threads) {
    return Crowd.run(
        contender.loop,
        contender.open.cache(),
        thread -> row.keysOf(thread, threads, workload),
        workload.values(),
        threads,
        options.millis());
  }
}
