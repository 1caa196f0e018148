package org.cairncache.cdi.application;

import java.net.URI;
import java.util.List;
import org.cairncache.spi.ConfigurationSection;
import org.cairncache.spi.Setting;

/** The section {@code cdi} of configuration files, for what neither of the other sources says. */
public final class CdiSection implements ConfigurationSection {
  static final String NAME = "cdi";
  static final Setting<URI> URI =
      new Setting<>(
          "uri",
          URI.class,
          "The URI of the manager of the application; by default that of the default manager.");
  static final Setting<MissingCache> MISSING_CACHE =
      new Setting<>(
          "missing-cache",
          MissingCache.class,
          "What becomes of a cache that a method names and nobody declared: fail, warn or create;"
              + " by default fail.");

  /** For {@link java.util.ServiceLoader}. */
  public CdiSection() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(URI, MISSING_CACHE);
  }
}
