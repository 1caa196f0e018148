package org.cairncache.benchmarks.scaling;

/**
 * What one node of Redis bears; inputs, to be replaced by what yours does.
 *
 * @param commands simple commands a second
 * @param memory bytes of {@code maxmemory}
 * @param network bytes a second, both ways
 * @param share how much of each is used in normal times; the rest is for peaks, copy-on-write, and
 *     for what the others take over
 */
record RedisNode(double commands, double memory, double network, double share) {
  /** Primaries that the commands need. */
  int byCommands(ClusterLoad load) {
    return up(load.commands() / (commands * share));
  }

  /** Primaries that the entries need. */
  int byMemory(ClusterLoad load) {
    return up(load.memory() / (memory * share));
  }

  /** Primaries that the traffic needs. */
  int byNetwork(ClusterLoad load) {
    return up(load.traffic() / (network * share));
  }

  /** Primaries that the load needs; a Cluster has three or more, one node alone may do. */
  int primaries(ClusterLoad load) {
    int most = Math.max(byCommands(load), Math.max(byMemory(load), byNetwork(load)));
    return most == 1 ? 1 : Math.max(3, most);
  }

  private static int up(double nodes) {
    return Math.max(1, (int) Math.ceil(nodes));
  }
}
