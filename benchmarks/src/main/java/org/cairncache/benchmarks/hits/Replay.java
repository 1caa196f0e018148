package org.cairncache.benchmarks.hits;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.paired.Lookups;

/**
 * Asks a cache for what a trace says.
 *
 * @param burst requests that come without a pause; after them the common pool gets the time to do
 *     what caches gave it. 0 is without any pause
 */
record Replay(Trace trace, int burst) {
  private static final long PATIENCE_SECONDS = 10;

  /** The ratio of hits, between 0 and 1. */
  double ratio(Contender contender, int size) {
    Object[] keys = trace.keys();
    int[] requests = trace.requests();
    int hits = 0;
    try (Lookups lookups = contender.open(size)) {
      for (int i = 0; i < requests.length; i++) {
        hits += lookups.hit(keys[requests[i]]) ? 1 : 0;
        if (burst > 0 && i % burst == 0) {
          awaitUpkeep();
        }
      }
    }
    return (double) hits / requests.length;
  }

  private static void awaitUpkeep() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    if (!pool.isQuiescent() && !pool.awaitQuiescence(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The common pool does not come to rest");
    }
  }
}
