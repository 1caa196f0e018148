package org.cairncache.chain;

import java.util.List;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactories;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;

/**
 * The store of one level, checked. Immutable.
 *
 * @param level 0 for the nearest
 */
record LevelPlace(int level, Tier tier, StoreFactory factory) {

  /**
   * Finds the store.
   *
   * @throws javax.cache.CacheException if there is no such store
   * @throws IllegalArgumentException if it is no single store, or does not know a setting
   */
  static LevelPlace find(int level, Tier tier, StoreFactories stores) {
    LevelPlace place = new LevelPlace(level, tier, stores.find(tier.store()));
    if (place.factory.settings().contains(Tiers.SETTING)) {
      throw place.wrong("must be one store: write its levels into the same list");
    }
    List<Setting<?>> known = place.factory.settings();
    for (Setting<?> setting : tier.settings().defined()) {
      if (!setting.equals(Tier.TTL) && !known.contains(setting)) {
        throw place.wrong(
            "does not know the setting "
                + setting.name()
                + "; it knows "
                + known.stream().map(Setting::name).sorted().toList());
      }
    }
    return place;
  }

  /** Whether what it keeps are objects on the heap. */
  boolean isHeap() {
    return factory.traits().byReference();
  }

  void refuse(Setting<?> setting, String why) {
    if (tier.settings().get(setting).isPresent()) {
      throw wrong(setting.name() + " " + why);
    }
  }

  IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException(
        "tiers: level " + level + " on " + tier.store().getScheme() + ": " + problem);
  }

  /** Its own settings, and of the cache's those that it knows and does not set. */
  Settings settings(Settings ofCache) {
    List<Setting<?>> known = factory.settings();
    return Settings.NONE.orElse(tier.settings(), known).orElse(ofCache, known);
  }

  /** Opens it as the last level. */
  <K, V> Store<K, V> open(StoreContext<K, V> cache) {
    return factory.open(
        new LevelContext<>(
            cache, tier.store(), settings(cache.settings()), cache.valueType(), cache.observer()));
  }
}
