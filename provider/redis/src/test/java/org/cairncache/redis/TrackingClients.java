package org.cairncache.redis;

import org.cairncache.testkit.redis.Redis;

/** How many connections a server tells of changed keys. */
final class TrackingClients {
  private static final String FACT = "tracking_clients:";

  private TrackingClients() {}

  static long of(Redis redis) {
    return redis
        .command("INFO", "clients")
        .text()
        .lines()
        .filter(line -> line.startsWith(FACT))
        .mapToLong(line -> Long.parseLong(line.substring(FACT.length()).trim()))
        .findFirst()
        .orElseThrow();
  }
}
