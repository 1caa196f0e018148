package org.cairncache.benchmarks.scaling;

import java.time.Duration;

/**
 * What a chain of memory, Redis and a bucket is asked.
 *
 * @param keys in the bucket
 * @param skew of the Zipf distribution that keys are drawn from
 * @param nodes with a near level in memory each
 * @param callsPerSecond of each node
 * @param writes share of the calls that are puts; the others are gets
 * @param nearSize entries in the near level of each node
 * @param nearTtl its ttl
 * @param redisSize entries that Redis has room for
 * @param redisTtl the ttl of that level
 * @param seed of keys and nodes
 */
record ChainLoad(
    int keys,
    double skew,
    int nodes,
    double callsPerSecond,
    double writes,
    int nearSize,
    Duration nearTtl,
    int redisSize,
    Duration redisTtl,
    long seed) {
  ChainLoad withSkew(double other) {
    return new ChainLoad(
        keys, other, nodes, callsPerSecond, writes, nearSize, nearTtl, redisSize, redisTtl, seed);
  }

  ChainLoad withNodes(int other) {
    return new ChainLoad(
        keys, skew, other, callsPerSecond, writes, nearSize, nearTtl, redisSize, redisTtl, seed);
  }

  ChainLoad withNearTtl(Duration other) {
    return new ChainLoad(
        keys, skew, nodes, callsPerSecond, writes, nearSize, other, redisSize, redisTtl, seed);
  }

  ChainLoad withRedisTtl(Duration other) {
    return new ChainLoad(
        keys, skew, nodes, callsPerSecond, writes, nearSize, nearTtl, redisSize, other, seed);
  }

  /** Calls a second of all nodes. */
  double allCallsPerSecond() {
    return callsPerSecond * nodes;
  }
}
