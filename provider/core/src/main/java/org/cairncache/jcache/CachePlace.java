package org.cairncache.jcache;

import java.net.URI;
import java.util.List;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreFactories;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.Tiers;

/**
 * The store that a cache will live on, checked against what its configuration asks for.
 *
 * @param settings what the store is told, with what the manager adds
 */
record CachePlace(URI uri, StoreFactory factory, Settings settings) {

  /**
   * Finds the place of a cache.
   *
   * @throws javax.cache.CacheException if there is no such store
   * @throws UnsupportedOperationException if it cannot store by reference and should
   * @throws IllegalArgumentException if the configuration has a setting that it does not know
   */
  static CachePlace find(
      String cacheName,
      CacheSettings<?, ?> settings,
      ManagerPlan plan,
      StoreFactories stores,
      ClassLoader loader) {
    URI uri = settings.storeUri().orElse(plan.store());
    StoreFactory kind = stores.find(uri);
    StoreFactory factory = kind.of(all(settings, plan, kind.settings()), loader);
    if (!settings.standard().isStoreByValue() && !factory.traits().byReference()) {
      throw new UnsupportedOperationException(
          "Cache \"" + cacheName + "\": " + uri.getScheme() + " stores by value only");
    }
    List<Setting<?>> known = factory.settings();
    for (Setting<?> setting : settings.store().defined()) {
      if (!known.contains(setting)) {
        throw new IllegalArgumentException(
            "Cache \""
                + cacheName
                + "\": "
                + uri.getScheme()
                + " does not know the setting "
                + setting.name()
                + "; it knows "
                + known.stream().map(Setting::name).sorted().toList()
                + (uri.equals(Tiers.PLACE) ? "; what bounds one level is set in its tier" : ""));
      }
    }
    return new CachePlace(uri, factory, all(settings, plan, known));
  }

  private static Settings all(
      CacheSettings<?, ?> settings, ManagerPlan plan, List<Setting<?>> known) {
    return settings.store().orElse(plan.properties(), known).orElse(plan.defaults(), known);
  }
}
