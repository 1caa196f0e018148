package org.cairncache.spi;

import java.util.List;

/**
 * A section of an extension in configuration files, {@code cairn { <name> { … } }}: files may have
 * it where the extension is on the class path, and what it holds is read and refused as all else
 * there. Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters
 * for that. What it was set to is told by {@code CairnCachingProvider.section}. Immutable.
 */
public interface ConfigurationSection {
  /** The key under {@code cairn}, in kebab-case; none that means something there already. */
  String name();

  /**
   * What it may hold: texts, numbers, durations, URIs, lists of texts, enums and classes. Objects
   * of classes that it names are made each time that it is read.
   */
  List<Setting<?>> settings();
}
