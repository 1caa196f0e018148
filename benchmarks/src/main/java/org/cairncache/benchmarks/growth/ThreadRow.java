package org.cairncache.benchmarks.growth;

import java.util.Arrays;
import org.cairncache.benchmarks.paired.CacheShape;
import org.cairncache.benchmarks.paired.Loop;
import org.cairncache.benchmarks.paired.Operation;
import org.cairncache.benchmarks.paired.Subject;
import org.cairncache.benchmarks.paired.Workload;

/** What many threads do with one cache. */
enum ThreadRow {
  GET("get hit", false, Operation.GET),
  GET_STATISTICS("get hit, statistics on", true, Operation.GET),
  PUT("put over", false, Operation.PUT),
  MIX("75/25 mix", false, Operation.MIX),
  INVOKE_DISTINCT("invoke, each thread its keys", false, Operation.INCREMENT),
  INVOKE_HOT("invoke, one key", false, Operation.INCREMENT);

  private static final int OWN_DRAWS = 4_096;

  private final String label;
  private final boolean statistics;
  private final Operation operation;

  ThreadRow(String label, boolean statistics, Operation operation) {
    this.label = label;
    this.statistics = statistics;
    this.operation = operation;
  }

  String label() {
    return label;
  }

  CacheShape shape(boolean bounded) {
    CacheShape shape = statistics ? CacheShape.PLAIN.counting() : CacheShape.PLAIN;
    return bounded ? shape.asBounded() : shape;
  }

  /** The loop for caches of that subject. */
  Class<? extends Loop> loopFor(Subject subject) {
    return subject.loopFor(operation);
  }

  /** The keys that a thread asks for, over and over. */
  Object[] keysOf(int thread, int threads, Workload workload) {
    return switch (this) {
      case INVOKE_DISTINCT -> own(thread, threads, workload.stored());
      case INVOKE_HOT -> hot(workload.stored()[0]);
      default -> workload.keysFor(Operation.GET);
    };
  }

  private static Object[] own(int thread, int threads, Object[] stored) {
    Object[] keys = new Object[OWN_DRAWS];
    int several = stored.length / threads;
    Arrays.setAll(keys, i -> stored[i % several * threads + thread]);
    return keys;
  }

  private static Object[] hot(Object key) {
    Object[] keys = new Object[OWN_DRAWS];
    Arrays.fill(keys, key);
    return keys;
  }
}
