package org.cairncache.jcache;

import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import javax.cache.processor.EntryProcessor;
import org.cairncache.spi.Copier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreTraits;
import org.jspecify.annotations.Nullable;

/**
 * What one cache is made of, put together from its configuration and taken apart again.
 * Thread-safe.
 */
final class CacheParts<K, V> {
  private final Store<K, V> store;
  private final StoreClock clock;
  private final Copying copying;
  private final Listeners<K, V> listeners;
  private final Flights<K, V> flights;
  private final Updater<K, V> updater;
  private final Reader<K, V> reader;
  private final @Nullable Loading<K, V> readThrough;
  private final BulkLoads<K, V> bulkLoads;
  private final Batches<K, V> batches;
  private final Sweeper<K, V> sweeper;
  private final Statistics statistics;
  private final JmxBeans statisticsBean;
  private final JmxBeans configurationBean;
  private final @Nullable JmxBeans storeBean;
  private final List<Closeable> application;

  private CacheParts(
      JCache<K, V> cache,
      Manager manager,
      CacheSettings<K, V> settings,
      CachePlace place,
      Statistics statistics,
      StoreMonitor monitor,
      Store<K, V> store,
      List<Closeable> application) {
    StoreTraits traits = place.factory().traits();
    CompleteConfiguration<K, V> standard = settings.standard();
    ManagerResources resources = manager.resources();
    this.application = application;
    this.statistics = statistics;
    this.store = store;
    this.clock = new StoreClock(resources.clock(), resources.coarseClock(), store, traits);
    this.copying = copying(settings, traits, store, manager.getClassLoader());
    ExpiryPolicy policy = keep(standard.getExpiryPolicyFactory().create());
    ExpiryRules expiry = new ExpiryRules(policy, traits);
    WriteThrough<K, V> writer = writer(cache.getName(), standard, place, traits);
    CacheLoader<K, V> loader = create(standard.getCacheLoaderFactory());
    this.listeners = new Listeners<>(cache.getName(), resources.executor());
    this.flights = new Flights<>();
    this.updater =
        new Updater<>(
            cache, store, clock, expiry, writer, listeners, statistics, copying, flights, traits);
    ReadFailures failures =
        ReadFailures.of(cache.getName(), place.settings().get(Settings.FAIL_OPEN).orElse(true));
    this.readThrough = standard.isReadThrough() ? loading(loader, failures) : null;
    this.reader =
        new Reader<>(
            store, traits, clock, expiry, updater, readThrough, statistics, copying, failures);
    this.bulkLoads =
        new BulkLoads<>(loading(loader, failures.closed()), reader, resources.executor());
    this.batches =
        new Batches<>(
            store, clock, expiry, updater, writer, listeners, statistics, copying, flights, traits);
    this.sweeper =
        new Sweeper<>(
            store,
            clock,
            updater,
            listeners,
            resources.scheduler(),
            resources.executor(),
            place.settings().get(Settings.EXPIRY_SWEEP).orElse(traits.expirySweep()));
    this.statisticsBean =
        new JmxBeans(JmxBeans.Kind.STATISTICS, statistics, manager.getURI(), cache.getName());
    this.configurationBean =
        new JmxBeans(
            JmxBeans.Kind.CONFIGURATION,
            new ConfigurationBean(standard),
            manager.getURI(),
            cache.getName());
    // Nothing on the heap alone can fail.
    this.storeBean =
        traits.byReference() && !traits.shared()
            ? null
            : new JmxBeans(
                JmxBeans.Kind.STORE,
                new StoreBean(monitor, store),
                manager.getURI(),
                cache.getName());
    register(standard);
    start(standard, expiry);
  }

  private @Nullable Loading<K, V> loading(
      @Nullable CacheLoader<K, V> loader, ReadFailures failures) {
    return loader == null
        ? null
        : new Loading<>(loader, flights, updater, copying, this::reader, failures);
  }

  private static <K, V> Copying copying(
      CacheSettings<K, V> settings, StoreTraits traits, Store<K, V> store, ClassLoader loader) {
    if (!traits.keepsObjects()) {
      return Copying.encoded(copierBy(store), loader);
    }
    if (!settings.standard().isStoreByValue()) {
      return Copying.byReference(loader);
    }
    Copier given = settings.copier().orElse(null);
    if (given == null && traits.byReference()) {
      given = new SerializationCopier();
    }
    // Who declares such types spares each call a look at the object itself.
    CompleteConfiguration<K, V> types = settings.standard();
    return Copying.byValue(
        unlessImmutable(types.getKeyType(), given == null ? keyCopierBy(store) : given),
        unlessImmutable(types.getValueType(), given == null ? copierBy(store) : given),
        loader);
  }

  private static @Nullable Copier unlessImmutable(Class<?> type, Copier copier) {
    return ImmutableTypes.containsAllOf(type) ? null : copier;
  }

  private static <K> Copier keyCopierBy(Store<K, ?> store) {
    return new Copier() {
      @Override
      @SuppressWarnings("unchecked") // asked for keys alone, and a copy is of the same type
      public <T> T copy(T original, ClassLoader loader) {
        return (T) store.copyKey((K) original);
      }
    };
  }

  private static <V> Copier copierBy(Store<?, V> store) {
    return new Copier() {
      @Override
      @SuppressWarnings("unchecked") // values alone are shared, and a copy is of the same type
      public <T> T copy(T original, ClassLoader loader) {
        return (T) store.copy((V) original);
      }
    };
  }

  private void start(CompleteConfiguration<K, V> standard, ExpiryRules expiry) {
    try {
      enableStatistics(standard.isStatisticsEnabled());
      enableManagement(standard.isManagementEnabled());
      if (!expiry.isEternal()) {
        startSweeper();
      }
    } catch (RuntimeException | Error failure) {
      end();
      application.addAll(listeners.close());
      throw failure;
    }
  }

  /** Opens a cache; what was made is closed again if something fails. */
  static <K, V> CacheParts<K, V> open(
      JCache<K, V> cache, Manager manager, CacheSettings<K, V> settings, CachePlace place) {
    Statistics statistics = new Statistics();
    StoreMonitor monitor =
        new StoreMonitor(statistics, manager.resources().clock(), settings.observer());
    List<Closeable> application = new ArrayList<>();
    Store<K, V> store =
        place
            .factory()
            .open(
                new CacheContext<>(
                    cache.getName(),
                    place.uri(),
                    manager.getClassLoader(),
                    settings.standard().getKeyType(),
                    settings.standard().getValueType(),
                    monitor,
                    place.settings(),
                    manager.resources()));
    try {
      return new CacheParts<>(
          cache, manager, settings, place, statistics, monitor, store, application);
    } catch (RuntimeException | Error failure) {
      application.forEach(Closing::closeQuietly);
      Closing.closeQuietly(store);
      throw failure;
    }
  }

  Store<K, V> store() {
    return store;
  }

  /** What the deadlines go by. */
  InstantSource clock() {
    return clock;
  }

  Copying copying() {
    return copying;
  }

  Listeners<K, V> listeners() {
    return listeners;
  }

  Updater<K, V> updater() {
    return updater;
  }

  Reader<K, V> reader() {
    return reader;
  }

  BulkLoads<K, V> bulkLoads() {
    return bulkLoads;
  }

  Batches<K, V> batches() {
    return batches;
  }

  /** Starts looking for expired entries, where that is this process's business. */
  void startSweeper() {
    sweeper.start();
  }

  /** The processor as an operation on the key. */
  <T> Operation<V, T> processing(K key, EntryProcessor<K, V, T> processor, Object[] arguments) {
    return ProcessorEntry.operation(key, processor, arguments, readThrough, copying);
  }

  void enableStatistics(boolean enabled) {
    statistics.setEnabled(enabled);
    statisticsBean.enable(enabled);
    if (storeBean != null) {
      storeBean.enable(enabled);
    }
  }

  void enableManagement(boolean enabled) {
    configurationBean.enable(enabled);
  }

  /** Takes the beans away and ends what goes on in the background; does not block. */
  void end() {
    statistics.setEnabled(false);
    Closing.closeQuietly(statisticsBean::close);
    Closing.closeQuietly(configurationBean::close);
    if (storeBean != null) {
      Closing.closeQuietly(storeBean::close);
    }
    sweeper.close();
    flights.close();
  }

  /** What is to be closed after the end, in this order, any of which may hang or fail. */
  List<AutoCloseable> closeables() {
    List<AutoCloseable> closeables = new ArrayList<>();
    closeables.add(bulkLoads::close);
    closeables.addAll(application);
    closeables.addAll(listeners.close());
    closeables.add(store);
    return closeables;
  }

  private @Nullable WriteThrough<K, V> writer(
      String cacheName,
      CompleteConfiguration<K, V> standard,
      CachePlace place,
      StoreTraits traits) {
    WriteThroughMode mode = WriteThroughMode.of(cacheName, place.settings(), traits);
    Duration lease = WriteThroughMode.lease(cacheName, place.settings());
    CacheWriter<? super K, ? super V> writer = create(standard.getCacheWriterFactory());
    return writer == null || !standard.isWriteThrough()
        ? null
        : new WriteThrough<>(writer, copying, mode, leases(cacheName, mode, lease));
  }

  private @Nullable KeyLeases<K> leases(String cacheName, WriteThroughMode mode, Duration lease) {
    return mode == WriteThroughMode.LEASE
        ? KeyLeases.of(cacheName, store, lease, KeyLeases.DEFAULT_WAIT)
        : null;
  }

  private void register(CompleteConfiguration<K, V> standard) {
    try {
      standard.getCacheEntryListenerConfigurations().forEach(listeners::register);
    } catch (RuntimeException | Error failure) {
      application.addAll(listeners.close());
      throw failure;
    }
  }

  private <T> @Nullable T create(@Nullable Factory<? extends T> factory) {
    return factory == null ? null : keep(factory.create());
  }

  private <T> T keep(T made) {
    if (made instanceof Closeable closeable) {
      application.add(closeable);
    }
    return made;
  }
}
