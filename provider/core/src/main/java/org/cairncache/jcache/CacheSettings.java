package org.cairncache.jcache;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Copier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreObserver;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that a cache works by: a copy of what it was created with, and what has been
 * changed since (listeners, statistics, management). Thread-safe.
 */
final class CacheSettings<K, V> {
  private final MutableConfiguration<K, V> standard;
  private final CairnConfiguration<K, V> created;

  private CacheSettings(CairnConfiguration<K, V> created) {
    this.created = created;
    this.standard = new MutableConfiguration<>(created);
  }

  /**
   * Copies a configuration; one that is not a {@link CompleteConfiguration} has JSR-107's defaults
   * for the rest.
   */
  static <K, V> CacheSettings<K, V> of(Configuration<K, V> configuration) {
    if (configuration instanceof CompleteConfiguration<K, V> complete) {
      return new CacheSettings<>(CairnConfiguration.builder(complete).build());
    }
    return new CacheSettings<>(
        CairnConfiguration.builder(configuration.getKeyType(), configuration.getValueType())
            .storeByValue(configuration.isStoreByValue())
            .build());
  }

  CompleteConfiguration<K, V> standard() {
    return standard;
  }

  Settings store() {
    return created.settings();
  }

  Optional<URI> storeUri() {
    return created.store();
  }

  Optional<Copier> copier() {
    return created.copier();
  }

  /** What the application has listening to the store. */
  @Nullable StoreObserver observer() {
    return created.observer().orElse(null);
  }

  /** Changes what may change while the cache lives. */
  synchronized void change(Consumer<MutableConfiguration<K, V>> edit) {
    edit.accept(standard);
  }

  /**
   * A snapshot that is independent of the cache.
   *
   * @throws IllegalArgumentException if the type is none that a snapshot can be
   */
  synchronized <C extends Configuration<K, V>> C snapshot(Class<C> type) {
    if (type.isAssignableFrom(MutableConfiguration.class)) {
      return type.cast(new MutableConfiguration<>(standard));
    }
    if (type.isAssignableFrom(CairnConfiguration.class)) {
      return type.cast(created.withStandard(standard));
    }
    throw new IllegalArgumentException(
        "Configurations come as "
            + MutableConfiguration.class.getName()
            + ", its interfaces or "
            + CairnConfiguration.class.getName()
            + ", not as "
            + type.getName());
  }
}
