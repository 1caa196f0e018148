package org.cairncache.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.cache.configuration.Factory;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Tiers;

/** Turns the object {@code cairn} of a configuration into caches. */
final class CacheSections {
  private static final String DEFAULTS = "defaults";
  private static final String CACHES = "caches";
  private static final List<String> OWN =
      List.of(CacheKeys.STORE.name(), Tiers.SETTING.name(), DEFAULTS, CACHES);

  private CacheSections() {}

  static Declaration read(Section root, URI defaultStore, ClassLoader loader) {
    ExtensionSections extensions = ExtensionSections.find(loader);
    List<String> known = new ArrayList<>(OWN);
    known.addAll(extensions.names());
    root.allowOnly(known, ExtensionSections.HINT);
    extensions.check(root);
    Home home = Home.read(root, loader).orElseGet(() -> Home.at(defaultStore));
    Settings defaults = home.settings();
    if (root.has(DEFAULTS)) {
      Section section = root.section(DEFAULTS);
      List<Setting<?>> ofStore = home.known(loader);
      section.allowOnly(ofStore.stream().map(Setting::name).toList());
      defaults = section.settings(ofStore).orElse(defaults, defaults.defined());
    }
    Map<String, CairnConfiguration<?, ?>> caches = new HashMap<>();
    if (root.has(CACHES)) {
      Section section = root.section(CACHES);
      for (String name : section.keys()) {
        caches.put(name, cache(section.section(name), home, loader));
      }
    }
    return new Declaration(home.store(), defaults, caches);
  }

  private static CairnConfiguration<?, ?> cache(Section section, Home home, ClassLoader loader) {
    Home where = Home.read(section, loader).orElse(home);
    List<Setting<?>> ofStore = where.known(loader);
    section.allowOnly(names(ofStore));
    CairnConfiguration.Builder<Object, Object> builder = types(section).store(where.store());
    where.settings().get(Tiers.SETTING).ifPresent(tiers -> builder.set(Tiers.SETTING, tiers));
    section.get(CacheKeys.STORE_BY_VALUE).ifPresent(builder::storeByValue);
    section.get(CacheKeys.STATISTICS_ENABLED).ifPresent(builder::statistics);
    section.get(CacheKeys.MANAGEMENT_ENABLED).ifPresent(builder::management);
    section.get(CacheKeys.COPIER).ifPresent(builder::copier);
    section.get(CacheKeys.OBSERVER).ifPresent(builder::observer);
    expiry(section, builder);
    application(section, builder);
    ofStore.forEach(setting -> set(section, setting, builder));
    return builder.build();
  }

  private static List<String> names(List<Setting<?>> ofStore) {
    List<String> names = new ArrayList<>();
    CacheKeys.all().forEach(setting -> names.add(setting.name()));
    ofStore.forEach(setting -> names.add(setting.name()));
    return names;
  }

  @SuppressWarnings("unchecked") // the cache enforces whatever the file says
  private static CairnConfiguration.Builder<Object, Object> types(Section section) {
    Class<Object> key = section.get(CacheKeys.KEY_TYPE).orElse(Object.class);
    Class<Object> value = section.get(CacheKeys.VALUE_TYPE).orElse(Object.class);
    return CairnConfiguration.builder(key, value);
  }

  private static void expiry(Section section, CairnConfiguration.Builder<?, ?> builder) {
    var write = section.get(CacheKeys.EXPIRE_AFTER_WRITE);
    var access = section.get(CacheKeys.EXPIRE_AFTER_ACCESS);
    if (write.isPresent() && access.isPresent()) {
      throw section.failure(
          CacheKeys.EXPIRE_AFTER_ACCESS.name(), "cannot be set together with expire-after-write");
    }
    write.ifPresent(
        after -> builder.expiryPolicy(policy(ModifiedExpiryPolicy.factoryOf(of(after)))));
    access.ifPresent(
        after -> builder.expiryPolicy(policy(TouchedExpiryPolicy.factoryOf(of(after)))));
  }

  private static Factory<ExpiryPolicy> policy(Factory<ExpiryPolicy> factory) {
    return factory;
  }

  private static Duration of(java.time.Duration duration) {
    return new Duration(TimeUnit.MILLISECONDS, duration.toMillis());
  }

  @SuppressWarnings("unchecked") // a class named in a file has no type arguments
  private static void application(
      Section section, CairnConfiguration.Builder<Object, Object> builder) {
    section.get(CacheKeys.LOADER).ifPresent(loader -> builder.readThrough(() -> loader));
    section.get(CacheKeys.WRITER).ifPresent(writer -> builder.writeThrough(() -> writer));
  }

  private static <T> void set(
      Section section, Setting<T> setting, CairnConfiguration.Builder<?, ?> builder) {
    section.get(setting).ifPresent(value -> builder.set(setting, value));
  }
}
