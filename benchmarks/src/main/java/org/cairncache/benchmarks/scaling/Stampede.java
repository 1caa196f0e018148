package org.cairncache.benchmarks.scaling;

import java.util.SplittableRandom;

/**
 * What happens when a popular key ends.
 *
 * @param nodes that callers come to, each by chance
 * @param callsPerSecond for the key, of all nodes; they come independently (Poisson)
 * @param loadMillis how long the source takes, however many loads there are at once
 */
record Stampede(int nodes, double callsPerSecond, double loadMillis) {
  /** How often a process looks whether another one has loaded. */
  private static final double LOOK_MILLIS = 50;

  /**
   * What came of it, on average of the rounds.
   *
   * @param loads calls of the source
   * @param waiting callers that waited
   * @param longestMillis the longest that one waited
   * @param looks reads of the store by processes that wait for another
   */
  record Result(double loads, double waiting, double longestMillis, double looks) {
    private Result plus(double load, double waits, double longest, double look) {
      return new Result(
          loads + load, waiting + waits, Math.max(longestMillis, longest), looks + look);
    }

    private Result over(int rounds) {
      return new Result(loads / rounds, waiting / rounds, longestMillis, looks / rounds);
    }
  }

  /** Lets the key end so often, and counts from its first caller until the first load is done. */
  Result run(Protection protection, int rounds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Result sum = new Result(0, 0, 0, 0);
    for (int i = 0; i < rounds; i++) {
      sum = round(protection, random, sum);
    }
    return sum.over(rounds);
  }

  private Result round(Protection protection, SplittableRandom random, Result before) {
    boolean[] busy = new boolean[nodes];
    boolean loading = false;
    Result sum = before;
    double now = 0;
    while (now < loadMillis) {
      int node = random.nextInt(nodes);
      boolean first = !busy[node];
      busy[node] = true;
      boolean loads = !protection.shares() || (first && !(protection.oneForAll() && loading));
      boolean looks = first && !loads && !protection.servesOld();
      loading |= loads;
      double waits = protection.servesOld() ? 0 : waits(loads, now, protection);
      sum =
          sum.plus(
              loads ? 1 : 0,
              protection.servesOld() ? 0 : 1,
              waits,
              looks ? Math.ceil((loadMillis - now) / LOOK_MILLIS) : 0);
      now += -Math.log1p(-random.nextDouble()) * 1000 / callsPerSecond;
    }
    return sum;
  }

  // Who looks sees up to one interval late what another process has loaded.
  private double waits(boolean loads, double now, Protection protection) {
    if (loads || !protection.oneForAll()) {
      return loadMillis;
    }
    return loadMillis - now + LOOK_MILLIS;
  }
}
