package org.cairncache.benchmarks.scaling;

/**
 * What came of a {@link FanLoad}.
 *
 * @param gets by all nodes
 * @param near those that near levels answered: reads saved
 * @param puts by all nodes
 * @param notices that were sent, lost ones as well
 * @param stale gets that were answered with what had been replaced
 * @param oldestMillis the longest that such an answer had been replaced
 */
record FanResult(long gets, long near, long puts, long notices, long stale, long oldestMillis) {
  /** Share of the gets that near levels answered. */
  double hitRatio() {
    return (double) near / gets;
  }

  /** Notices for each put. */
  double noticesOfPut() {
    return puts == 0 ? 0 : (double) notices / puts;
  }

  /** Notices for each read that a near level saved. */
  double noticesOfReadSaved() {
    return (double) notices / near;
  }

  /** Share of the gets whose answer had been replaced. */
  double staleRatio() {
    return (double) stale / gets;
  }
}
