package org.cairncache.config;

import java.util.Collection;
import java.util.List;
import org.cairncache.spi.ConfigurationSection;
import org.cairncache.spi.ConfigurationSections;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;

/** What extensions read of the object {@code cairn}, beside its caches. Immutable. */
record ExtensionSections(Collection<ConfigurationSection> known) {
  /** Where an unknown key may be of an extension that is not there. */
  static final String HINT = "; a section of an extension needs its artifact on the class path";

  static ExtensionSections find(ClassLoader loader) {
    return new ExtensionSections(ConfigurationSections.find(loader));
  }

  List<String> names() {
    return known.stream().map(ConfigurationSection::name).toList();
  }

  /**
   * Reads them all, so that what is wrong is said when the manager is made.
   *
   * @throws javax.cache.CacheException if a key or a value is not right
   */
  void check(Section root) {
    known.forEach(section -> read(root, section));
  }

  /**
   * What the section is set to; nothing if it is not there.
   *
   * @throws javax.cache.CacheException if a key or a value is not right
   */
  static Settings read(Section root, ConfigurationSection known) {
    if (!root.has(known.name())) {
      return Settings.NONE;
    }
    Section section = root.section(known.name());
    section.allowOnly(known.settings().stream().map(Setting::name).toList());
    return section.settings(known.settings());
  }
}
