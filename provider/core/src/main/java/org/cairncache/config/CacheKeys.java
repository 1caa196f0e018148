package org.cairncache.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.cairncache.spi.Copier;
import org.cairncache.spi.Setting;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;

/** The keys of {@code cairn.caches."name"} that do not belong to a store. */
@SuppressWarnings("rawtypes") // a file names classes, and those have no type arguments
public final class CacheKeys {
  static final Setting<URI> STORE =
      new Setting<>(
          "store",
          URI.class,
          "Where the cache lives, a URI; by default as `cairn.store` says, and else in memory.");

  static final Setting<Class> KEY_TYPE =
      new Setting<>(
          "key-type",
          Class.class,
          "The class of keys, which the cache then enforces; java.lang.Object by default.");

  static final Setting<Class> VALUE_TYPE =
      new Setting<>(
          "value-type",
          Class.class,
          "The class of values, which the cache then enforces; java.lang.Object by default.");

  static final Setting<Boolean> STORE_BY_VALUE =
      new Setting<>(
          "store-by-value",
          Boolean.class,
          "Whether what crosses the API is copied; true by default. False needs a store in memory.");

  static final Setting<Duration> EXPIRE_AFTER_WRITE =
      new Setting<>(
          "expire-after-write",
          Duration.class,
          "Expires an entry so long after it was created or updated, at least 1 ms; never by"
              + " default. Not together with expire-after-access.");

  static final Setting<Duration> EXPIRE_AFTER_ACCESS =
      new Setting<>(
          "expire-after-access",
          Duration.class,
          "Expires an entry so long after it was created, updated or read, at least 1 ms; never by"
              + " default. Not together with expire-after-write.");

  static final Setting<Boolean> STATISTICS_ENABLED =
      new Setting<>(
          "statistics-enabled",
          Boolean.class,
          "Whether statistics are counted and published over JMX; false by default.");

  static final Setting<Boolean> MANAGEMENT_ENABLED =
      new Setting<>(
          "management-enabled",
          Boolean.class,
          "Whether the configuration is published over JMX; false by default.");

  static final Setting<CacheLoader> LOADER =
      new Setting<>(
          "loader",
          CacheLoader.class,
          "The class of the loader that a get reads through; none by default.");

  static final Setting<CacheWriter> WRITER =
      new Setting<>(
          "writer",
          CacheWriter.class,
          "The class of the writer that changes are written through; none by default.");

  static final Setting<Copier> COPIER =
      new Setting<>(
          "copier",
          Copier.class,
          "The class that copies mutable keys and values by value; Java serialization by default.");

  static final Setting<StoreObserver> OBSERVER =
      new Setting<>(
          "observer",
          StoreObserver.class,
          "The class that hears what happens inside the store: requests, failures, the circuit; none"
              + " by default.");

  private CacheKeys() {}

  /** The keys of one of the {@code tiers}, beside those of its store. */
  public static List<Setting<?>> ofTier() {
    return List.of(STORE, Tier.TTL);
  }

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> all() {
    return List.of(
        STORE,
        Tiers.SETTING,
        KEY_TYPE,
        VALUE_TYPE,
        STORE_BY_VALUE,
        EXPIRE_AFTER_WRITE,
        EXPIRE_AFTER_ACCESS,
        STATISTICS_ENABLED,
        MANAGEMENT_ENABLED,
        LOADER,
        WRITER,
        COPIER,
        OBSERVER);
  }
}
