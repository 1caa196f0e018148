package org.cairncache.benchmarks.scaling;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;

/** Opens the last level of a simulated chain; of use to {@link Nodes} alone. Thread-safe. */
public final class SimulatedStoreFactory implements StoreFactory {
  static final URI PLACE = URI.create("simulated:medium");

  @Override
  public Set<String> schemes() {
    return Set.of(PLACE.getScheme());
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.HEAP;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  /**
   * Over the medium that the nodes share.
   *
   * @throws IllegalStateException if this is no simulation
   */
  @Override
  @SuppressWarnings("unchecked") // only Nodes have a medium, and open nothing else
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    Medium medium =
        context.shared(
            Medium.class,
            () -> {
              throw new IllegalStateException("There is no simulation here");
            });
    return (Store<K, V>) new SimulatedStore(medium);
  }
}
