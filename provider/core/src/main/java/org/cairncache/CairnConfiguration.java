package org.cairncache;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.cairncache.spi.Copier;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreUris;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;
import org.cairncache.spi.Weigher;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one cache: everything of JSR-107's {@link CompleteConfiguration}, and how
 * its store is bounded and its values are copied. Immutable; made by {@link #builder}.
 *
 * <p>The defaults are those of {@link MutableConfiguration}: by value, eternal, no loader, no
 * writer, statistics and management off; and unbounded.
 *
 * @param <K> the type of keys
 * @param <V> the type of values
 */
public final class CairnConfiguration<K, V> implements CompleteConfiguration<K, V> {
  private static final long serialVersionUID = 1L;

  private final MutableConfiguration<K, V> standard;
  private final transient Settings settings;
  private final transient @Nullable Copier copier;
  private final transient @Nullable StoreObserver observer;
  private final @Nullable URI store;

  private CairnConfiguration(
      MutableConfiguration<K, V> standard,
      Settings settings,
      @Nullable Copier copier,
      @Nullable StoreObserver observer,
      @Nullable URI store) {
    this.standard = new MutableConfiguration<>(standard);
    this.settings = settings;
    this.copier = copier;
    this.observer = observer;
    this.store = store;
  }

  /** Starts a configuration for keys and values of these types, which the cache then enforces. */
  public static <K, V> Builder<K, V> builder(Class<K> keyType, Class<V> valueType) {
    return new Builder<>(new MutableConfiguration<K, V>().setTypes(keyType, valueType));
  }

  /** Starts from a standard configuration, copying it. */
  public static <K, V> Builder<K, V> builder(CompleteConfiguration<K, V> standard) {
    Builder<K, V> builder = new Builder<>(new MutableConfiguration<>(standard));
    if (standard instanceof CairnConfiguration<K, V> cairn) {
      builder.settings = cairn.settings();
      builder.copier = cairn.copier;
      builder.observer = cairn.observer;
      builder.store = cairn.store;
    }
    return builder;
  }

  /** What the store of the cache reads. */
  public Settings settings() {
    return settings == null ? Settings.NONE : settings;
  }

  /** Where the cache lives; empty means where its manager says. */
  public Optional<URI> store() {
    return Optional.ofNullable(store);
  }

  /** What copies mutable keys and values by value; empty means Java serialization. */
  public Optional<Copier> copier() {
    return Optional.ofNullable(copier);
  }

  /** What hears of the store, beside the statistics; empty by default. */
  public Optional<StoreObserver> observer() {
    return Optional.ofNullable(observer);
  }

  /** This configuration with everything of JSR-107 taken from another one, copying it. */
  public CairnConfiguration<K, V> withStandard(CompleteConfiguration<K, V> other) {
    return new CairnConfiguration<>(
        new MutableConfiguration<>(other), settings(), copier, observer, store);
  }

  @Override
  public Class<K> getKeyType() {
    return standard.getKeyType();
  }

  @Override
  public Class<V> getValueType() {
    return standard.getValueType();
  }

  @Override
  public boolean isStoreByValue() {
    return standard.isStoreByValue();
  }

  @Override
  public boolean isReadThrough() {
    return standard.isReadThrough();
  }

  @Override
  public boolean isWriteThrough() {
    return standard.isWriteThrough();
  }

  @Override
  public boolean isStatisticsEnabled() {
    return standard.isStatisticsEnabled();
  }

  @Override
  public boolean isManagementEnabled() {
    return standard.isManagementEnabled();
  }

  /** A list of its own: changing it changes no cache. */
  @Override
  public Iterable<CacheEntryListenerConfiguration<K, V>> getCacheEntryListenerConfigurations() {
    List<CacheEntryListenerConfiguration<K, V>> listeners = new ArrayList<>();
    standard.getCacheEntryListenerConfigurations().forEach(listeners::add);
    return listeners;
  }

  @Override
  public @Nullable Factory<CacheLoader<K, V>> getCacheLoaderFactory() {
    return standard.getCacheLoaderFactory();
  }

  @Override
  public @Nullable Factory<CacheWriter<? super K, ? super V>> getCacheWriterFactory() {
    return standard.getCacheWriterFactory();
  }

  @Override
  public Factory<ExpiryPolicy> getExpiryPolicyFactory() {
    return standard.getExpiryPolicyFactory();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CairnConfiguration<?, ?> that
        && standard.equals(that.standard)
        && settings().equals(that.settings())
        && Objects.equals(copier, that.copier)
        && Objects.equals(observer, that.observer)
        && Objects.equals(store, that.store);
  }

  @Override
  public int hashCode() {
    return Objects.hash(standard, settings(), copier, observer, store);
  }

  /**
   * Builds a configuration. Not thread-safe.
   *
   * @param <K> the type of keys
   * @param <V> the type of values
   */
  public static final class Builder<K, V> {
    private final MutableConfiguration<K, V> standard;
    private Settings settings = Settings.NONE;
    private @Nullable Copier copier;
    private @Nullable StoreObserver observer;
    private @Nullable URI store;

    private Builder(MutableConfiguration<K, V> standard) {
      this.standard = standard;
    }

    /**
     * Puts the cache on the store at this URI instead of its manager's.
     *
     * @throws javax.cache.CacheException if there is a password in it
     */
    public Builder<K, V> store(URI store) {
      this.store = StoreUris.checked(store);
      return this;
    }

    /**
     * Puts the cache on these levels instead of one store, the nearest first; the last decides
     * every write, and is where the entries live.
     *
     * @throws IllegalArgumentException if there are not two at the least
     */
    public Builder<K, V> tiers(Tier... levels) {
      this.store = Tiers.PLACE;
      return set(Tiers.SETTING, new Tiers(List.of(levels)));
    }

    /** Sets what the store of the cache reads; a store refuses settings that it does not know. */
    public <T> Builder<K, V> set(Setting<T> setting, T value) {
      settings = settings.with(setting, value);
      return this;
    }

    /** Keeps at most so many entries, at least 0; which ones go is the store's policy. */
    public Builder<K, V> maximumSize(long entries) {
      settings = settings.with(Settings.MAXIMUM_SIZE, atLeastZero("maximumSize", entries));
      return this;
    }

    /** Keeps entries that weigh at most so much together, at least 0, in the weigher's unit. */
    public Builder<K, V> maximumWeight(long weight, Weigher<? super K, ? super V> weigher) {
      settings =
          settings
              .with(Settings.MAXIMUM_WEIGHT, atLeastZero("maximumWeight", weight))
              .with(Settings.WEIGHER, weigher);
      return this;
    }

    /** Copies mutable keys and values by this instead of Java serialization. */
    public Builder<K, V> copier(Copier copier) {
      this.copier = Objects.requireNonNull(copier);
      return this;
    }

    /**
     * Tells this of what happens inside the store, whether statistics are enabled or not. One that
     * throws fails no operation.
     */
    public Builder<K, V> observer(StoreObserver observer) {
      this.observer = Objects.requireNonNull(observer);
      return this;
    }

    /** Whether the cache copies what crosses its API (JSR-107 section 4.1.5); true by default. */
    public Builder<K, V> storeByValue(boolean byValue) {
      standard.setStoreByValue(byValue);
      return this;
    }

    /** When entries expire; eternal by default. */
    public Builder<K, V> expiryPolicy(Factory<? extends ExpiryPolicy> factory) {
      standard.setExpiryPolicyFactory(factory);
      return this;
    }

    /** Loads what a get misses. */
    public Builder<K, V> readThrough(Factory<? extends CacheLoader<K, V>> factory) {
      standard.setReadThrough(true).setCacheLoaderFactory(factory);
      return this;
    }

    /** Writes every change to the writer before the cache. */
    public Builder<K, V> writeThrough(
        Factory<? extends CacheWriter<? super K, ? super V>> factory) {
      standard.setWriteThrough(true).setCacheWriterFactory(factory);
      return this;
    }

    /** Registers a listener from the start. */
    public Builder<K, V> listener(CacheEntryListenerConfiguration<K, V> listener) {
      standard.addCacheEntryListenerConfiguration(listener);
      return this;
    }

    /** Counts and publishes statistics over JMX; off by default. */
    public Builder<K, V> statistics(boolean enabled) {
      standard.setStatisticsEnabled(enabled);
      return this;
    }

    /** Publishes the configuration over JMX; off by default. */
    public Builder<K, V> management(boolean enabled) {
      standard.setManagementEnabled(enabled);
      return this;
    }

    /** The configuration. */
    public CairnConfiguration<K, V> build() {
      return new CairnConfiguration<>(standard, settings, copier, observer, store);
    }

    private static long atLeastZero(String name, long value) {
      if (value < 0) {
        throw new IllegalArgumentException(name + " must be at least 0, not " + value);
      }
      return value;
    }
  }
}
