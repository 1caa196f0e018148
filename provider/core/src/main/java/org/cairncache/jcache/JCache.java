package org.cairncache.jcache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.cairncache.CairnCache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The cache that applications hold: checks that it is open and that arguments are what they must
 * be, and delegates. Thread-safe.
 */
public final class JCache<K, V> implements CairnCache<K, V> {
  private static final Logger LOG = System.getLogger(JCache.class.getName());
  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final String name;
  private final Manager manager;
  private final CacheSettings<K, V> settings;
  private final EntryTypes<K, V> types;
  private final CacheParts<K, V> parts;
  private final Reader<K, V> reader;
  private final Updater<K, V> updater;
  private volatile boolean closed;

  JCache(String name, Manager manager, CacheSettings<K, V> settings, CachePlace place) {
    this.name = name;
    this.manager = manager;
    this.settings = settings;
    this.types =
        new EntryTypes<>(
            name, settings.standard().getKeyType(), settings.standard().getValueType());
    this.parts = CacheParts.open(this, manager, settings, place);
    this.reader = parts.reader();
    this.updater = parts.updater();
  }

  @Override
  public @Nullable V get(K key) {
    checkOpen();
    return reader.get(Objects.requireNonNull(key, "key"));
  }

  @Override
  public Map<K, V> getAll(Set<? extends K> keys) {
    checkOpen();
    return reader.getAll(keys, types);
  }

  @Override
  public boolean containsKey(K key) {
    checkOpen();
    return reader.containsKey(Objects.requireNonNull(key, "key"));
  }

  @Override
  public @Nullable Stored<V> getStored(K key) {
    checkOpen();
    return reader.latestStored(Objects.requireNonNull(key, "key"));
  }

  @Override
  public @Nullable Stored<V> revalidate(K key, Stored<V> known) {
    checkOpen();
    Objects.requireNonNull(known, "known");
    return reader.revalidate(Objects.requireNonNull(key, "key"), known);
  }

  @Override
  public Store.Subscription onInvalidation(Store.InvalidationListener<? super K> listener) {
    checkOpen();
    Objects.requireNonNull(listener, "listener");
    Store.Subscription told = parts.store().onInvalidation(listener);
    if (closed) { // a store that was closed before it knew of the listener goes on telling it
      told.close();
      checkOpen();
    }
    return told;
  }

  @Override
  public @Nullable Stored<V> findStored(K key) {
    checkOpen();
    return reader.findStored(Objects.requireNonNull(key, "key"));
  }

  @Override
  public V copy(V value) {
    return parts.copying().copy(value);
  }

  @Override
  public Optional<String> refusal(Class<?> valueType) {
    checkOpen();
    return Refusals.of(valueType, types, parts.copying(), parts.store());
  }

  @Override
  public InstantSource clock() {
    return parts.clock();
  }

  @Override
  public void loadAll(
      Set<? extends K> keys,
      boolean replaceExistingValues,
      @Nullable CompletionListener completionListener) {
    checkOpen();
    types.checkKeys(keys);
    parts.bulkLoads().start(keys, replaceExistingValues, completionListener);
  }

  @Override
  public void put(K key, V value) {
    checkOpen();
    parts.batches().put(types.checkKey(key), types.checkValue(value));
  }

  @Override
  public @Nullable V getAndPut(K key, V value) {
    return out(mutate(key, Operations.getAndPut(in(value))));
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    checkOpen();
    types.checkEntries(map);
    parts.batches().putAll(map);
  }

  @Override
  public boolean putIfAbsent(K key, V value) {
    return isDone(key, Operations.putIfAbsent(in(value)));
  }

  @Override
  public boolean remove(K key) {
    return isDone(key, Operations.remove());
  }

  @Override
  public boolean remove(K key, V oldValue) {
    checkOpen();
    return isDone(key, Operations.remove(types.checkValue(oldValue)));
  }

  @Override
  public @Nullable V getAndRemove(K key) {
    return out(mutate(key, Operations.getAndRemove()));
  }

  @Override
  public boolean replace(K key, V oldValue, V newValue) {
    checkOpen();
    return isDone(key, Operations.replace(types.checkValue(oldValue), in(newValue)));
  }

  @Override
  public boolean replace(K key, V value) {
    return isDone(key, Operations.replace(in(value)));
  }

  @Override
  public @Nullable V getAndReplace(K key, V value) {
    return out(mutate(key, Operations.getAndReplace(in(value))));
  }

  @Override
  public @Nullable Stored<V> compareAndSet(
      K key,
      @Nullable Stored<V> expected,
      @Nullable V value,
      Lifetime lifetime,
      Attributes attributes) {
    checkOpen();
    Objects.requireNonNull(attributes, "attributes");
    if (lifetime.expiresAtMillis() != Lifetime.NEVER) {
      parts.startSweeper();
    }
    K keyCopy = parts.copying().copyKey(types.checkKey(key));
    V own = value == null ? null : in(value);
    return updater.compareAndSet(keyCopy, expected, own, lifetime, attributes);
  }

  @Override
  public void removeAll(Set<? extends K> keys) {
    checkOpen();
    types.checkKeys(keys);
    parts.batches().removeAll(keys);
  }

  @Override
  public void removeAll() {
    checkOpen();
    parts.batches().removeAll();
  }

  @Override
  public void clear() {
    checkOpen();
    parts.batches().clear();
  }

  @Override
  public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
    return settings.snapshot(type);
  }

  @Override
  public <T> @Nullable T invoke(K key, EntryProcessor<K, V, T> processor, Object... arguments) {
    checkOpen();
    Objects.requireNonNull(processor, "entryProcessor");
    K own = parts.copying().copyKey(types.checkKey(key));
    return updater.update(own, parts.processing(own, processor, arguments));
  }

  @Override
  public <T> Map<K, EntryProcessorResult<T>> invokeAll(
      Set<? extends K> keys, EntryProcessor<K, V, T> processor, Object... arguments) {
    checkOpen();
    Objects.requireNonNull(processor, "entryProcessor");
    types.checkKeys(keys);
    return ProcessorResult.ofEach(keys, key -> invoke(key, processor, arguments));
  }

  @Override
  public Iterator<Cache.Entry<K, V>> iterator() {
    checkOpen();
    return new EntryIterator<>(
        parts.store(), reader, updater, parts.copying(), this::isClosed, !reader.isByReference());
  }

  @Override
  public void registerCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
    checkOpen();
    parts.listeners().register(Objects.requireNonNull(configuration));
    settings.change(standard -> standard.addCacheEntryListenerConfiguration(configuration));
  }

  @Override
  public void deregisterCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
    checkOpen();
    if (parts.listeners().deregister(Objects.requireNonNull(configuration))) {
      settings.change(standard -> standard.removeCacheEntryListenerConfiguration(configuration));
    }
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Manager getCacheManager() {
    return manager;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /**
   * Closes the cache and what its configuration made, within 5 seconds; data outside the heap
   * stays.
   */
  @Override
  public void close() {
    if (beginClose()) {
      Closing.closeAll(endClose(), System.nanoTime() + CLOSE_NANOS);
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public String toString() {
    return "JCache[" + name + ", " + manager.getURI() + (closed ? ", closed]" : "]");
  }

  /** Deletes the data, for all processes, and closes; first of all, so that nothing comes after. */
  void destroy() {
    if (!beginClose()) {
      return;
    }
    try {
      parts.store().destroy();
      LOG.log(
          Level.INFO,
          "Destroyed the cache \"{0}\" of {1}: its data is deleted for all who share it",
          name,
          manager.getURI());
    } finally {
      Closing.closeAll(endClose(), System.nanoTime() + CLOSE_NANOS);
    }
  }

  /**
   * Refuses operations from now on and ends what can be ended without blocking; false if somebody
   * else closes the cache or has.
   */
  boolean beginClose() {
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
    }
    parts.end();
    return true;
  }

  /** Gives the name back; returns what is still to be closed. */
  List<AutoCloseable> endClose() {
    manager.forget(this);
    return parts.closeables();
  }

  void enableStatistics(boolean enabled) {
    settings.change(standard -> standard.setStatisticsEnabled(enabled));
    parts.enableStatistics(enabled);
  }

  void enableManagement(boolean enabled) {
    settings.change(standard -> standard.setManagementEnabled(enabled));
    parts.enableManagement(enabled);
  }

  EntryTypes<K, V> types() {
    return types;
  }

  private <R> @Nullable R mutate(K key, Operation<V, R> operation) {
    checkOpen();
    return updater.update(parts.copying().copyKey(types.checkKey(key)), operation);
  }

  private boolean isDone(K key, Operation<V, Boolean> operation) {
    return Boolean.TRUE.equals(mutate(key, operation));
  }

  // A closed cache says so before it looks at a value.
  private V in(V value) {
    checkOpen();
    return parts.copying().copy(types.checkValue(value));
  }

  private @Nullable V out(@Nullable V value) {
    return parts.copying().copyOrNull(value);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The cache \"" + name + "\" is closed");
    }
  }
}
