package org.cairncache.spi;

import java.net.URI;
import java.util.List;

/**
 * The levels of a cache, the nearest first; the last decides every write. Immutable.
 *
 * @param levels two or more
 */
public record Tiers(List<Tier> levels) {
  /** The levels of a cache on the store at {@link #PLACE}. */
  public static final Setting<Tiers> SETTING =
      new Setting<>(
          "tiers",
          Tiers.class,
          "The levels of the cache instead of one store, the nearest first, two or more: `[{store ="
              + " \"memory:\", ttl = 10s, maximum-size = 10000}, {store = \"redis://host\"}]`. By default"
              + " as `cairn.tiers` says. Not together with store.");

  /** Where a cache is said to live that has levels. */
  public static final URI PLACE = URI.create("chain:tiers");

  public Tiers {
    levels = List.copyOf(levels);
    if (levels.size() < 2) {
      throw new IllegalArgumentException(
          "tiers must be two levels or more, not "
              + levels.size()
              + "; a cache on one store needs store");
    }
  }
}
