package org.cairncache.benchmarks.growth;

import org.cairncache.testkit.redis.Redis;

/** What a Redis tells of itself. */
record RedisNumbers(Redis redis) {
  long usedBytes() {
    return redis
        .command("INFO", "memory")
        .text()
        .lines()
        .filter(line -> line.startsWith("used_memory:"))
        .mapToLong(line -> Long.parseLong(line.replaceFirst(".*:", "")))
        .sum();
  }

  void startCounting() {
    redis.command("CONFIG", "RESETSTAT");
  }

  /** Since the counting started, but for those of the asking itself. */
  double commands() {
    return redis
        .command("INFO", "commandstats")
        .text()
        .lines()
        .filter(line -> line.startsWith("cmdstat_") && !line.matches("cmdstat_(auth|config).*"))
        .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".*:calls=(\\d+),.*", "$1")))
        .sum();
  }
}
