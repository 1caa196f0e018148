package org.cairncache.benchmarks.scaling;

import java.util.SplittableRandom;
import org.cairncache.testkit.ManualClock;

/** Simulates the calls of one {@link FanLoad}. For one thread. */
final class FanRun {
  private final FanLoad load;
  private final Ranks ranks;
  private final SplittableRandom random;
  private final Notifying medium;
  private final ManualClock clock = new ManualClock();
  private long gets;
  private long puts;
  private long stale;
  private long oldestMillis;

  private FanRun(FanLoad load) {
    this.load = load;
    this.ranks = new Ranks(load.keys(), load.skew(), load.seed());
    this.random = new SplittableRandom(load.seed() + 1);
    this.medium = new Notifying(load.keys(), clock, load.lost(), load.seed() + 2);
  }

  /** Lets near levels fill for one ttl, and counts for one more. */
  static FanResult of(FanLoad load) {
    return new FanRun(load).run();
  }

  private FanResult run() {
    long millis = load.ttl().toMillis();
    try (Nodes nodes = Nodes.over(medium, clock, load.nodes(), load.keys(), load.ttl())) {
      Pace pace = new Pace(nodes, load.callsPerSecond() * load.nodes());
      pace.run(millis, () -> call(nodes));
      medium.reset();
      gets = 0;
      puts = 0;
      stale = 0;
      pace.run(millis, () -> call(nodes));
      return new FanResult(
          gets, gets - medium.reads(), puts, medium.notices(), stale, oldestMillis);
    }
  }

  private void call(Nodes nodes) {
    int node = random.nextInt(nodes.count());
    int key = ranks.next();
    if (random.nextDouble() < load.writes()) {
      puts++;
      nodes.write(node, key);
      return;
    }
    gets++;
    long replacedFor = medium.replacedForMillis(nodes.read(node, key));
    if (replacedFor >= 0) {
      stale++;
      oldestMillis = Math.max(oldestMillis, replacedFor);
    }
  }
}
