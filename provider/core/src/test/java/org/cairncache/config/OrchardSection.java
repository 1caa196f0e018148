package org.cairncache.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.cairncache.spi.ConfigurationSection;
import org.cairncache.spi.Setting;

/** The section {@code orchard} of an extension that is on the class path of these tests. */
public final class OrchardSection implements ConfigurationSection {
  static final Setting<Fruit> FRUIT = new Setting<>("fruit", Fruit.class, "What grows.");
  static final Setting<Duration> SEASON = new Setting<>("season", Duration.class, "How long.");
  static final Setting<URI> SHED = new Setting<>("shed", URI.class, "Where it is kept.");

  /** What may grow. */
  enum Fruit {
    APPLE,
    RED_CURRANT
  }

  @Override
  public String name() {
    return "orchard";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(FRUIT, SEASON, SHED);
  }
}
