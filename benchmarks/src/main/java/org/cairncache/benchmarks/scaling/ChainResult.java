package org.cairncache.benchmarks.scaling;

/**
 * Who answered the gets, and what was asked a second by all nodes together.
 *
 * @param load what was simulated
 * @param near share of the gets that the near levels answered
 * @param redis share that Redis answered
 * @param commands that Redis was sent a second
 * @param nearMisses gets a second that no near level answered
 * @param bucketGets a second
 * @param unchanged those of them that were answered by 304
 * @param bucketPuts a second
 */
record ChainResult(
    ChainLoad load,
    double near,
    double redis,
    double commands,
    double nearMisses,
    double bucketGets,
    double unchanged,
    double bucketPuts) {
  /** Share of the gets that went to the bucket. */
  double bucket() {
    return 1 - near - redis;
  }

  /** Gets a second. */
  double gets() {
    return load.allCallsPerSecond() - bucketPuts;
  }
}
