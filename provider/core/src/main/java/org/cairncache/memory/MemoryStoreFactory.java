package org.cairncache.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

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
    org.cairncache.spi.Weigher<K, V> weigher = weigher(context);
    Cache<K, Object> bounded =
        buildIfBounded(
            context, weigher == null ? null : (K key, Object held) -> weigh(weigher, key, held));
    return bounded == null
        ? new UnboundedStore<>(new ConcurrentHashMap<>())
        : new BoundedStore<>(bounded);
  }

  @SuppressWarnings("unchecked") // what is no entry is a value
  private static <K, V> int weigh(org.cairncache.spi.Weigher<K, V> weigher, K key, Object held) {
    return held instanceof Stored<?> entry
        ? weigher.weighEntry(key, (Stored<V>) entry)
        : weigher.weigh(key, (V) held);
  }

  @Override
  public <K, V> Optional<ConcurrentMap<K, V>> openMap(StoreContext<K, V> context) {
    org.cairncache.spi.Weigher<K, V> weigher = weigher(context);
    Cache<K, V> bounded = buildIfBounded(context, weigher == null ? null : weigher::weigh);
    return Optional.of(bounded == null ? new ConcurrentHashMap<>() : bounded.asMap());
  }

  @SuppressWarnings("unchecked") // the configuration pairs the weigher with its cache's types
  private static <K, V> org.cairncache.spi.@Nullable Weigher<K, V> weigher(
      StoreContext<K, V> context) {
    return context.settings().get(Settings.WEIGHER).orElse(null);
  }

  private static <K, E> @Nullable Cache<K, E> buildIfBounded(
      StoreContext<?, ?> context, @Nullable Weigher<K, E> weigher) {
    Settings settings = context.settings();
    Optional<Long> size = settings.get(Settings.MAXIMUM_SIZE);
    Optional<Long> weight = settings.get(Settings.MAXIMUM_WEIGHT);
    if (size.isPresent() && weight.isPresent()) {
      throw wrong(context, "set maximum-size or maximum-weight, not both");
    }
    if (weight.isPresent() != (weigher != null)) {
      throw wrong(context, "maximum-weight and weigher go together");
    }
    if (size.isEmpty() && weigher == null) {
      return null;
    }
    StoreObserver observer = context.observer();
    Caffeine<Object, Object> builder = Caffeine.newBuilder();
    builder.evictionListener((key, entry, cause) -> observer.evicted(1));
    size.ifPresent(most -> builder.maximumSize(bound(context, Settings.MAXIMUM_SIZE, most)));
    weight.ifPresent(most -> builder.maximumWeight(bound(context, Settings.MAXIMUM_WEIGHT, most)));
    return weigher == null ? builder.build() : builder.weigher(weigher).build();
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
