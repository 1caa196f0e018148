package org.cairncache.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.cache.CacheException;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreFactories;

/**
 * The settings among the properties that a manager is got with: {@code cairn.<setting>}, an object
 * of the setting's type, or a text that is read as in a configuration file. Passwords come this
 * way, so no message shows a value.
 */
public final class ManagerProperties {
  private static final String ROOT = "cairn";
  private static final String PREFIX = ROOT + ".";
  private static final String ORIGIN = "the properties of the manager";

  private ManagerProperties() {}

  /**
   * Reads the settings, each for every kind of store that has one of this name.
   *
   * @param others the keys that mean something else
   * @throws CacheException if a key is of no store on the class path, naming the nearest, or if its
   *     value is not right
   */
  public static Settings read(Properties properties, Set<String> others, ClassLoader loader) {
    Properties texts = new Properties();
    Map<String, Object> objects = new HashMap<>();
    properties.forEach(
        (key, value) -> {
          if (key instanceof String name && name.startsWith(PREFIX) && !others.contains(name)) {
            if (value instanceof String) {
              texts.put(name, value);
            } else {
              objects.put(name.substring(PREFIX.length()), value);
            }
          }
        });
    return texts.isEmpty() && objects.isEmpty() ? Settings.NONE : read(texts, objects, loader);
  }

  private static Settings read(Properties texts, Map<String, Object> objects, ClassLoader loader) {
    Collection<Setting<?>> known = StoreFactories.of(loader).settings();
    Section section = section(texts, objects, loader);
    section.allowOnly(known.stream().map(Setting::name).distinct().toList());
    Settings settings = Settings.NONE;
    Map<String, CacheException> refused = new LinkedHashMap<>();
    for (Setting<?> setting : known) {
      Object object = objects.get(setting.name());
      try {
        settings =
            object == null ? withText(settings, section, setting) : with(settings, setting, object);
      } catch (CacheException failure) {
        refused.putIfAbsent(setting.name(), failure);
      }
    }
    for (var failure : refused.entrySet()) {
      if (!isTaken(failure.getKey(), known, settings)) {
        throw failure.getValue();
      }
    }
    for (String name : objects.keySet()) {
      checkTaken(name, known, settings, section);
    }
    return settings;
  }

  // Objects are there by name alone, so that unknown ones are refused as texts are.
  private static Section section(
      Properties texts, Map<String, Object> objects, ClassLoader loader) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(ORIGIN);
    var object =
        ConfigFactory.parseProperties(texts, options)
            .root()
            .getOrDefault(ROOT, ConfigValueFactory.fromMap(Map.of(), ORIGIN));
    var all = (ConfigObject) object;
    for (String name : objects.keySet()) {
      all = all.withValue(name, ConfigValueFactory.fromAnyRef("", ORIGIN));
    }
    return Section.ofSecrets(ROOT, all, loader);
  }

  private static <T> Settings withText(Settings settings, Section section, Setting<T> setting) {
    return section.get(setting).map(value -> settings.with(setting, value)).orElse(settings);
  }

  // Stores may have settings of one name and two types, such as two kinds of client: what one of
  // them takes is right, be it an object or the name of a class.
  private static <T> Settings with(Settings settings, Setting<T> setting, Object object) {
    return setting.type().isInstance(object)
        ? settings.with(setting, setting.type().cast(object))
        : settings;
  }

  private static void checkTaken(
      String name, Collection<Setting<?>> known, Settings settings, Section section) {
    if (!isTaken(name, known, settings)) {
      List<Setting<?>> named = known.stream().filter(one -> one.name().equals(name)).toList();
      throw section.failure(
          name,
          "must be a text or an object of "
              + named.stream().map(setting -> setting.type().getName()).distinct().toList());
    }
  }

  private static boolean isTaken(String name, Collection<Setting<?>> known, Settings settings) {
    return known.stream().anyMatch(one -> one.name().equals(name) && settings.get(one).isPresent());
  }
}
