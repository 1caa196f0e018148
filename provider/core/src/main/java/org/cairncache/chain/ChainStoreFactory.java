package org.cairncache.chain;

import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Tiers;

/**
 * Opens near levels over far ones: {@code tiers} in a configuration, {@link Tiers} in code.
 * Thread-safe.
 */
public final class ChainStoreFactory implements StoreFactory {
  @Override
  public Set<String> schemes() {
    return Set.of(Tiers.PLACE.getScheme());
  }

  /** As of a store that is shared; each chain has its own. */
  @Override
  public StoreTraits traits() {
    return StoreTraits.SHARED;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Tiers.SETTING);
  }

  @Override
  public StoreFactory of(Settings settings, ClassLoader loader) {
    return settings
        .get(Tiers.SETTING)
        .<StoreFactory>map(tiers -> Chain.of(tiers, loader))
        .orElse(this);
  }

  /**
   * Always fails: there are no levels.
   *
   * @throws IllegalArgumentException saying what to set
   */
  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    throw new IllegalArgumentException(
        "Cache \""
            + context.cacheName()
            + "\" lives on levels and has none: set tiers, instead of the store "
            + context.uri());
  }
}
