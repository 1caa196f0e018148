package org.cairncache.benchmarks.scaling;

import java.time.Duration;
import java.util.SplittableRandom;
import org.cairncache.testkit.ManualClock;

/** Simulates the calls of one {@link ChainLoad}. For one thread. */
final class ChainRun {
  private static final Duration LEAST = Duration.ofMinutes(1);

  private final ChainLoad load;
  private final Ranks ranks;
  private final SplittableRandom random;
  private long gets;

  private ChainRun(ChainLoad load) {
    this.load = load;
    this.ranks = new Ranks(load.keys(), load.skew(), load.seed());
    this.random = new SplittableRandom(load.seed() + 1);
  }

  /** Lets near levels fill for their ttl, and counts for as long again; at least a minute each. */
  static ChainResult of(ChainLoad load) {
    return new ChainRun(load).run();
  }

  private ChainResult run() {
    ManualClock clock = new ManualClock();
    RedisLevel redis =
        new RedisLevel(load.keys(), load.redisSize(), load.redisTtl().toMillis(), load.seed() + 2);
    redis.fill(ranks, load.allCallsPerSecond() / 1000, clock.millis());
    RedisOverBucket medium = new RedisOverBucket(redis, clock);
    long millis = Math.max(LEAST.toMillis(), load.nearTtl().toMillis());
    try (Nodes nodes = Nodes.over(medium, clock, load.nodes(), load.nearSize(), load.nearTtl())) {
      Pace pace = new Pace(nodes, load.allCallsPerSecond());
      pace.run(millis, () -> call(nodes));
      medium.reset();
      gets = 0;
      pace.run(millis, () -> call(nodes));
      return result(medium.requests(), millis / 1000.0);
    }
  }

  private void call(Nodes nodes) {
    int node = random.nextInt(nodes.count());
    int key = ranks.next();
    if (random.nextDouble() < load.writes()) {
      nodes.write(node, key);
    } else {
      gets++;
      nodes.read(node, key);
    }
  }

  private ChainResult result(RedisOverBucket.Requests counted, double seconds) {
    return new ChainResult(
        load,
        1 - (double) counted.nearMisses() / gets,
        (double) counted.redisHits() / gets,
        counted.commands() / seconds,
        counted.nearMisses() / seconds,
        counted.bucketGets() / seconds,
        counted.unchanged() / seconds,
        counted.bucketPuts() / seconds);
  }
}
