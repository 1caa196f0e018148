package org.cairncache.memory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;

/** Opens stores on the heap, {@code memory:}. Thread-safe. */
public final class MemoryStoreFactory implements StoreFactory {
  @Override
  public Set<String> schemes() {
    return Set.of("memory");
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.HEAP;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Settings.MAXIMUM_SIZE, Settings.MAXIMUM_WEIGHT, Settings.WEIGHER);
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    Caffeine<Object, Object> builder = Caffeine.newBuilder();
    Settings settings = context.settings();
    boolean bySize = settings.get(Settings.MAXIMUM_SIZE).isPresent();
    boolean byWeight = settings.get(Settings.MAXIMUM_WEIGHT).isPresent();
    if (bySize && byWeight) {
      throw wrong(context, "set maximum-size or maximum-weight, not both");
    }
    if (byWeight != settings.get(Settings.WEIGHER).isPresent()) {
      throw wrong(context, "maximum-weight and weigher go together");
    }
    if (!bySize && !byWeight) {
      return new MemoryStore<>(builder.<K, Stored<V>>build());
    }
    StoreObserver observer = context.observer();
    builder.evictionListener((key, entry, cause) -> observer.evicted(1));
    settings
        .get(Settings.MAXIMUM_SIZE)
        .ifPresent(size -> builder.maximumSize(bound(context, Settings.MAXIMUM_SIZE, size)));
    settings
        .get(Settings.MAXIMUM_WEIGHT)
        .ifPresent(
            weight -> builder.maximumWeight(bound(context, Settings.MAXIMUM_WEIGHT, weight)));
    if (byWeight) {
      return new MemoryStore<>(builder.weigher(MemoryStoreFactory.<K, V>weigher(settings)).build());
    }
    return new MemoryStore<>(builder.<K, Stored<V>>build());
  }

  @SuppressWarnings("unchecked") // the configuration pairs the weigher with its cache's types
  private static <K, V> Weigher<K, Stored<V>> weigher(Settings settings) {
    org.cairncache.spi.Weigher<K, V> weigher = settings.get(Settings.WEIGHER).orElseThrow();
    return (key, stored) -> weigher.weigh(key, stored.value());
  }

  private static long bound(StoreContext<?, ?> context, Setting<Long> setting, long value) {
    if (value < 0) {
      throw wrong(context, setting.name() + " must be at least 0, not " + value);
    }
    return value;
  }

  private static IllegalArgumentException wrong(StoreContext<?, ?> context, String problem) {
    return new IllegalArgumentException("Cache \"" + context.cacheName() + "\": " + problem);
  }
}
