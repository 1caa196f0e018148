package org.cairncache.jcache;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.Configuration;
import javax.cache.spi.CachingProvider;
import org.cairncache.spi.StoreFactories;
import org.jspecify.annotations.Nullable;

/** The caches of one URI and class loader. Thread-safe. */
public final class Manager implements CacheManager {
  private static final long CACHES_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final CachingProvider provider;
  private final URI uri;
  private final ClassLoader classLoader;
  private final StoreFactories stores;
  private final Properties properties;
  private final ManagerPlan plan;
  private final ManagerResources resources;
  private final Consumer<Manager> onClose;
  // Taken before a cache is opened and given back when it is closed: opening may take long.
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, JCache<?, ?>> caches = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Manager(
      CachingProvider provider,
      URI uri,
      ClassLoader classLoader,
      StoreFactories stores,
      Properties properties,
      ManagerPlan plan,
      InstantSource clock,
      Consumer<Manager> onClose) {
    this.provider = provider;
    this.uri = uri;
    this.classLoader = classLoader;
    this.stores = stores;
    this.properties = properties;
    this.plan = plan;
    this.resources = new ManagerResources(clock, classLoader);
    this.onClose = onClose;
  }

  @Override
  public CachingProvider getCachingProvider() {
    return provider;
  }

  @Override
  public URI getURI() {
    return uri;
  }

  @Override
  public ClassLoader getClassLoader() {
    return classLoader;
  }

  /** A copy: changing it changes nothing here. */
  @Override
  public Properties getProperties() {
    return copyOf(properties);
  }

  @Override
  public <K, V, C extends Configuration<K, V>> Cache<K, V> createCache(
      String cacheName, C configuration) {
    checkOpen();
    Objects.requireNonNull(cacheName, "cacheName");
    Objects.requireNonNull(configuration, "configuration");
    CacheSettings<K, V> settings = CacheSettings.of(configuration);
    CachePlace place = CachePlace.find(cacheName, settings, plan, stores, classLoader);
    if (!names.add(cacheName)) {
      throw new CacheException("A cache named \"" + cacheName + "\" exists already");
    }
    JCache<K, V> cache;
    try {
      cache = new JCache<>(cacheName, this, settings, place);
      caches.put(cacheName, cache);
    } catch (RuntimeException | Error failure) {
      names.remove(cacheName);
      if (closed && failure instanceof RuntimeException) {
        throw closedException(failure); // whatever it broke on: the manager's threads, the store
      }
      throw failure;
    }
    if (closed) {
      cache.close();
      checkOpen();
    }
    return cache;
  }

  @Override
  public <K, V> @Nullable Cache<K, V> getCache(
      String cacheName, Class<K> keyType, Class<V> valueType) {
    checkOpen();
    Objects.requireNonNull(keyType, "keyType");
    Objects.requireNonNull(valueType, "valueType");
    JCache<K, V> cache = find(cacheName);
    if (cache != null) {
      checkType(cache, "keys", cache.types().keyType(), keyType);
      checkType(cache, "values", cache.types().valueType(), valueType);
    }
    return cache;
  }

  @Override
  public <K, V> @Nullable Cache<K, V> getCache(String cacheName) {
    checkOpen();
    return find(cacheName);
  }

  /** A snapshot of the names. */
  @Override
  public Iterable<String> getCacheNames() {
    checkOpen();
    return List.copyOf(caches.keySet());
  }

  @Override
  public void destroyCache(String cacheName) {
    checkOpen();
    JCache<?, ?> cache = caches.get(Objects.requireNonNull(cacheName, "cacheName"));
    if (cache != null) {
      cache.destroy();
    }
  }

  @Override
  public void enableManagement(String cacheName, boolean enabled) {
    checkOpen();
    JCache<?, ?> cache = caches.get(Objects.requireNonNull(cacheName, "cacheName"));
    if (cache != null) {
      cache.enableManagement(enabled);
    }
  }

  @Override
  public void enableStatistics(String cacheName, boolean enabled) {
    checkOpen();
    JCache<?, ?> cache = caches.get(Objects.requireNonNull(cacheName, "cacheName"));
    if (cache != null) {
      cache.enableStatistics(enabled);
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /** Closes every cache, then what they shared, within 5 seconds. */
  @Override
  public void close() {
    closeAll(List.of(this));
  }

  /** Closes all that are open, within 5 seconds together. */
  static void closeAll(List<Manager> managers) {
    long start = System.nanoTime();
    List<AutoCloseable> closeables = new ArrayList<>();
    List<ManagerResources> resources = new ArrayList<>();
    for (Manager manager : managers) {
      if (manager.beginClose()) {
        manager.onClose.accept(manager);
        manager.endCaches(closeables);
        resources.add(manager.resources);
      }
    }
    ManagerResources.endWork(resources, start);
    Closing.closeAll(closeables, start + CACHES_NANOS);
    ManagerResources.closeShared(resources, start);
  }

  private synchronized boolean beginClose() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  private void endCaches(List<AutoCloseable> closeables) {
    for (JCache<?, ?> cache : caches.values()) {
      if (cache.beginClose()) {
        closeables.addAll(cache.endClose());
      }
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public String toString() {
    return "Manager[" + uri + (closed ? ", closed]" : "]");
  }

  // Defaults, which putAll leaves out, and objects, which stringPropertyNames does.
  static Properties copyOf(Properties original) {
    Properties copy = new Properties();
    copy.putAll(original);
    original
        .stringPropertyNames()
        .forEach(name -> copy.setProperty(name, original.getProperty(name)));
    return copy;
  }

  /** Creates the caches that the configuration declares. */
  void createDeclared() {
    plan.caches()
        .forEach(
            (name, configuration) -> {
              try {
                createCache(name, configuration);
              } catch (IllegalArgumentException | UnsupportedOperationException wrong) {
                throw new CacheException(
                    "The configuration " + uri + ": " + wrong.getMessage(), wrong);
              }
            });
  }

  ManagerResources resources() {
    return resources;
  }

  void forget(JCache<?, ?> cache) {
    if (caches.remove(cache.getName(), cache)) {
      names.remove(cache.getName());
    }
  }

  @SuppressWarnings("unchecked") // as JSR-107 has it: the caller vouches for the types
  private <K, V> @Nullable JCache<K, V> find(String cacheName) {
    return (JCache<K, V>) caches.get(Objects.requireNonNull(cacheName, "cacheName"));
  }

  private static void checkType(
      JCache<?, ?> cache, String what, Class<?> configured, Class<?> asked) {
    if (configured != asked) {
      throw new ClassCastException(
          "The cache \""
              + cache.getName()
              + "\" has "
              + what
              + " of type "
              + configured.getName()
              + ", not "
              + asked.getName());
    }
  }

  private IllegalStateException closedException(@Nullable Throwable cause) {
    return new IllegalStateException("The cache manager " + uri + " is closed", cause);
  }

  private void checkOpen() {
    if (closed) {
      throw closedException(null);
    }
  }
}
