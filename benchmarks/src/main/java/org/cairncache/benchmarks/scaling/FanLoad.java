package org.cairncache.benchmarks.scaling;

import java.time.Duration;

/**
 * What nodes with near levels over a store that sends notices do.
 *
 * @param nodes with a near level each, which has room for all keys
 * @param keys drawn by a Zipf distribution
 * @param skew of it
 * @param callsPerSecond of each node
 * @param writes share of the calls that are puts; the others are gets
 * @param ttl of the near levels
 * @param lost share of the notices that do not arrive
 * @param seed of keys, nodes and losses
 */
record FanLoad(
    int nodes,
    int keys,
    double skew,
    double callsPerSecond,
    double writes,
    Duration ttl,
    double lost,
    long seed) {
  FanLoad with(int otherNodes, double otherWrites) {
    return new FanLoad(otherNodes, keys, skew, callsPerSecond, otherWrites, ttl, lost, seed);
  }

  FanLoad losing(double otherLost, Duration otherTtl) {
    return new FanLoad(nodes, keys, skew, callsPerSecond, writes, otherTtl, otherLost, seed);
  }
}
