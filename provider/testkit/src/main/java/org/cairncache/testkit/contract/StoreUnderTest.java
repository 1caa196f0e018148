package org.cairncache.testkit.contract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreFactories;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;
import org.jspecify.annotations.Nullable;

/**
 * All that {@link StoreContract} must know of a store.
 *
 * @param factory opens it
 * @param uri where it lives
 * @param settings what it is configured with
 * @param medium what lies under it; null if its entries are objects on the heap of this process
 */
public record StoreUnderTest(
    StoreFactory factory, URI uri, Settings settings, @Nullable Medium medium) {
  public StoreUnderTest {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(settings, "settings");
    if (factory.traits().byReference() != (medium == null)) {
      throw new IllegalArgumentException(
          "A store needs a medium for its contract if its traits say that values are encoded, and"
              + " only then");
    }
  }

  /** A store on the heap with nothing set. */
  public static StoreUnderTest onHeap(StoreFactory factory, URI uri) {
    return new StoreUnderTest(factory, uri, Settings.NONE, null);
  }

  /** A store that leaves the heap, with nothing set. */
  public static StoreUnderTest encoded(StoreFactory factory, URI uri, Medium medium) {
    return new StoreUnderTest(factory, uri, Settings.NONE, medium);
  }

  /** The same as the last of a chain, under these levels, the nearest first. */
  public StoreUnderTest under(Tier... near) {
    List<Tier> levels = new ArrayList<>(List.of(near));
    levels.add(new Tier(uri, settings));
    Settings tiers = Settings.NONE.with(Tiers.SETTING, new Tiers(levels));
    ClassLoader loader = StoreUnderTest.class.getClassLoader();
    StoreFactory chain = StoreFactories.of(loader).find(Tiers.PLACE).of(tiers, loader);
    return new StoreUnderTest(chain, Tiers.PLACE, tiers, medium);
  }

  /** Whether a read may go by what a near level has, and so be behind what others changed. */
  boolean hasNearLevels() {
    return settings.get(Tiers.SETTING).isPresent();
  }

  /** The same with one more setting. */
  public <T> StoreUnderTest with(Setting<T> setting, T value) {
    return new StoreUnderTest(factory, uri, settings.with(setting, value), medium);
  }
}
