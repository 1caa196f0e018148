package org.cairncache.benchmarks.scaling;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Tiers;

/** What the chains of all simulated nodes are given. For one thread. */
record NodeContext(
    Medium medium,
    InstantSource clock,
    ScheduledExecutorService scheduler,
    Settings settings,
    List<AutoCloseable> opened)
    implements StoreContext<Integer, Long> {

  NodeContext(
      Medium medium, InstantSource clock, ScheduledExecutorService scheduler, Settings settings) {
    this(medium, clock, scheduler, settings, new ArrayList<>(List.of(medium)));
  }

  @Override
  public String cacheName() {
    return "simulated";
  }

  @Override
  public URI uri() {
    return Tiers.PLACE;
  }

  @Override
  public ClassLoader classLoader() {
    return NodeContext.class.getClassLoader();
  }

  @Override
  public Class<Integer> keyType() {
    return Integer.class;
  }

  @Override
  public Class<Long> valueType() {
    return Long.class;
  }

  @Override
  public Executor executor() {
    return Runnable::run;
  }

  @Override
  public StoreObserver observer() {
    return StoreObserver.NONE;
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    for (AutoCloseable each : opened) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    R made = make.get();
    opened.add(made);
    return made;
  }
}
