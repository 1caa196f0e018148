package org.cairncache.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreFactories;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;

/**
 * Where caches live, by {@code store} or {@code tiers}. Immutable.
 *
 * @param settings that belong to it: the levels, or nothing
 */
record Home(URI store, Settings settings) {

  static Home at(URI store) {
    return new Home(store, Settings.NONE);
  }

  /** Reads where the section says that caches live, if it does. */
  static Optional<Home> read(Section section, ClassLoader loader) {
    if (!section.has(Tiers.SETTING.name())) {
      return section.get(CacheKeys.STORE).map(Home::at);
    }
    if (section.has(CacheKeys.STORE.name())) {
      throw section.failure(Tiers.SETTING.name(), "cannot be set together with store");
    }
    try {
      Home home = new Home(Tiers.PLACE, Settings.NONE.with(Tiers.SETTING, tiers(section, loader)));
      home.factory(loader); // says now what cannot be
      return Optional.of(home);
    } catch (IllegalArgumentException wrong) {
      throw section.failure(Tiers.SETTING.name(), String.valueOf(wrong.getMessage()));
    }
  }

  private static Tiers tiers(Section section, ClassLoader loader) {
    StoreFactories stores = StoreFactories.of(loader);
    List<Tier> levels = new ArrayList<>();
    for (Section level : section.sections(Tiers.SETTING.name())) {
      levels.add(tier(level, stores));
    }
    return new Tiers(levels);
  }

  private static Tier tier(Section level, StoreFactories stores) {
    URI store =
        level
            .get(CacheKeys.STORE)
            .orElseThrow(() -> level.failure(CacheKeys.STORE.name(), "is missing"));
    List<Setting<?>> known = new ArrayList<>(stores.find(store).settings());
    known.add(Tier.TTL);
    List<String> names = new ArrayList<>(known.stream().map(Setting::name).toList());
    names.add(CacheKeys.STORE.name());
    level.allowOnly(names);
    return new Tier(store, level.settings(known));
  }

  /** What opens stores there. */
  StoreFactory factory(ClassLoader loader) {
    return StoreFactories.of(loader).find(store).of(settings, loader);
  }

  /** What stores there read, but for what says where they are. */
  List<Setting<?>> known(ClassLoader loader) {
    return factory(loader).settings().stream()
        .filter(setting -> !setting.equals(Tiers.SETTING))
        .toList();
  }
}
