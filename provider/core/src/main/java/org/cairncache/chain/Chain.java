package org.cairncache.chain;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactories;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;

/** The levels of one cache, ready to be opened. Immutable. */
final class Chain implements StoreFactory {
  /** What bounds one level says nothing of another. */
  private static final Set<Setting<?>> OF_ONE_LEVEL =
      Set.of(Settings.MAXIMUM_SIZE, Settings.MAXIMUM_WEIGHT, Settings.WEIGHER);

  private final List<NearTier> near;
  private final LevelPlace last;

  private Chain(List<NearTier> near, LevelPlace last) {
    this.near = List.copyOf(near);
    this.last = last;
  }

  /**
   * Finds the stores of the levels.
   *
   * @throws javax.cache.CacheException if there is no such store
   * @throws IllegalArgumentException if they cannot be one over the other, saying why
   */
  static Chain of(Tiers tiers, ClassLoader loader) {
    List<Tier> levels = tiers.levels();
    StoreFactories stores = StoreFactories.of(loader);
    int deepest = levels.size() - 1;
    LevelPlace last = LevelPlace.find(deepest, levels.get(deepest), stores);
    last.refuse(Tier.TTL, "is for near levels: on the last one entries live as the cache says");
    boolean underObjects = last.isHeap();
    List<NearTier> near = new ArrayList<>();
    for (int i = deepest - 1; i >= 0; i--) {
      LevelPlace place = LevelPlace.find(i, levels.get(i), stores);
      if (underObjects && !place.isHeap()) {
        throw place.wrong("cannot be over a last level on the heap, whose entries do not leave it");
      }
      List<URI> under = levels.subList(i + 1, levels.size()).stream().map(Tier::store).toList();
      near.add(0, new NearTier(place, under));
    }
    return new Chain(near, last);
  }

  @Override
  public Set<String> schemes() {
    return Set.of(Tiers.PLACE.getScheme());
  }

  /** As of the last level, which decides; the front copies if any keeps objects. */
  @Override
  public StoreTraits traits() {
    StoreTraits deciding = last.factory().traits();
    return new StoreTraits(
        deciding.byReference(),
        deciding.keepsObjects() || near.stream().anyMatch(tier -> tier.place().isHeap()),
        deciding.shared(),
        deciding.touchTick(),
        deciding.expiryGrace(),
        deciding.expirySweep());
  }

  /** Those of every level, for all that know them, but what bounds a level. */
  @Override
  public List<Setting<?>> settings() {
    Set<Setting<?>> all = new LinkedHashSet<>();
    all.add(Tiers.SETTING);
    all.addAll(last.factory().settings());
    near.forEach(tier -> all.addAll(tier.place().factory().settings()));
    all.removeAll(OF_ONE_LEVEL);
    return List.copyOf(all);
  }

  /** The last level first; what was opened is closed again if one cannot be. */
  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    Store<K, V> opened = last.open(context);
    try {
      for (int i = near.size() - 1; i >= 0; i--) {
        opened = near.get(i).open(opened, context);
      }
      return opened;
    } catch (RuntimeException | Error failure) {
      opened.close();
      throw failure;
    }
  }
}
