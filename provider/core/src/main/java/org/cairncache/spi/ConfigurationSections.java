package org.cairncache.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the sections that extensions have in configuration files. */
public final class ConfigurationSections {
  private ConfigurationSections() {}

  /** The sections, each name once, looked for beside the application first. */
  public static Collection<ConfigurationSection> find(ClassLoader loader) {
    Map<String, ConfigurationSection> known = new TreeMap<>();
    for (ClassLoader where : List.of(loader, ConfigurationSections.class.getClassLoader())) {
      for (ConfigurationSection section : Services.of(ConfigurationSection.class, where)) {
        known.putIfAbsent(section.name(), section);
      }
    }
    return known.values();
  }
}
