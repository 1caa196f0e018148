package org.cairncache.cdi.application;

import java.util.Optional;

/** Texts by name, for one application. */
interface SettingSource {
  /** The names that there are. */
  Iterable<String> names();

  /** The text of a name. */
  Optional<String> get(String name);

  /** MicroProfile Config if an implementation is there, else system properties. */
  static SettingSource of(ClassLoader loader) {
    try {
      Class.forName("org.eclipse.microprofile.config.ConfigProvider", false, loader);
      return MicroProfileSource.of(loader);
    } catch (ClassNotFoundException | LinkageError | IllegalStateException absent) {
      return new SystemSource();
    }
  }

  /** System properties. */
  final class SystemSource implements SettingSource {
    @Override
    public Iterable<String> names() {
      return System.getProperties().stringPropertyNames();
    }

    @Override
    public Optional<String> get(String name) {
      return Optional.ofNullable(System.getProperty(name));
    }
  }
}
