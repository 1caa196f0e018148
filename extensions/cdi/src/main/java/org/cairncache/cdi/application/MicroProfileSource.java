package org.cairncache.cdi.application;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config; a class of its own, as its API need not be there. */
record MicroProfileSource(Config config) implements SettingSource {
  /**
   * The configuration of the application.
   *
   * @throws IllegalStateException if there is the API alone
   */
  static MicroProfileSource of(ClassLoader loader) {
    return new MicroProfileSource(ConfigProvider.getConfig(loader));
  }

  @Override
  public Iterable<String> names() {
    return config.getPropertyNames();
  }

  @Override
  public Optional<String> get(String name) {
    return config.getOptionalValue(name, String.class);
  }
}
