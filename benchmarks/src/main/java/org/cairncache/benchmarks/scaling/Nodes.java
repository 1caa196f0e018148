package org.cairncache.benchmarks.scaling;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.chain.ChainStoreFactory;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;

/**
 * Nodes with a near level in memory each, Cairn's own, over one {@link Medium} that all share, and
 * the time they live in. For one thread.
 */
final class Nodes implements AutoCloseable {
  private static final ClassLoader LOADER = Nodes.class.getClassLoader();

  private final ManualScheduler scheduler;
  private final List<Store<Integer, Long>> stores = new ArrayList<>();

  private Nodes(NodeContext context, int nodes, ManualScheduler scheduler) {
    this.scheduler = scheduler;
    Settings settings = context.settings();
    for (int i = 0; i < nodes; i++) {
      stores.add(new ChainStoreFactory().of(settings, LOADER).open(context));
    }
  }

  /**
   * Opens the nodes.
   *
   * @param maximumSize of each near level
   * @param ttl of each near level
   */
  static Nodes over(Medium medium, ManualClock clock, int nodes, long maximumSize, Duration ttl) {
    ManualScheduler scheduler = new ManualScheduler(clock);
    Tiers tiers =
        new Tiers(
            List.of(
                Tier.of(URI.create("memory:near")).ttl(ttl).maximumSize(maximumSize),
                Tier.of(SimulatedStoreFactory.PLACE)));
    Settings settings = Settings.NONE.with(Tiers.SETTING, tiers);
    return new Nodes(new NodeContext(medium, clock, scheduler, settings), nodes, scheduler);
  }

  int count() {
    return stores.size();
  }

  /** What the node reads. */
  long read(int node, int key) {
    Stored<Long> found = stores.get(node).get(key);
    if (found == null) {
      throw new IllegalStateException("Every key is there, but not " + key);
    }
    return found.value();
  }

  /** Lets the node put something new. */
  void write(int node, int key) {
    stores.get(node).put(key, 0L, Lifetime.ETERNAL);
  }

  /** Lets time pass, and whatever is done on a schedule be done. */
  void pass(long millis) {
    scheduler.advance(Duration.ofMillis(millis));
  }

  @Override
  public void close() {
    stores.forEach(Store::close);
    scheduler.shutdown();
  }
}
