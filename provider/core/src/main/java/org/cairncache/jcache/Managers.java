package org.cairncache.jcache;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.WeakHashMap;
import javax.cache.CacheException;
import javax.cache.spi.CachingProvider;
import org.cairncache.spi.StoreFactory;

/** The open managers of one provider, by class loader and URI. Thread-safe. */
public final class Managers {
  private final CachingProvider provider;
  private final URI defaultUri;
  private final URI defaultStore;
  private final String clockKey;
  private final Map<ClassLoader, Map<URI, Manager>> managers = new WeakHashMap<>();

  /**
   * For a provider.
   *
   * @param defaultUri the URI that stands for the store at {@code defaultStore}
   * @param clockKey under which a manager's properties may hold an {@link InstantSource}
   */
  public Managers(CachingProvider provider, URI defaultUri, URI defaultStore, String clockKey) {
    this.provider = provider;
    this.defaultUri = defaultUri;
    this.defaultStore = defaultStore;
    this.clockKey = clockKey;
  }

  /**
   * Returns the open manager, or opens one; the properties count only then.
   *
   * @throws CacheException if nothing is known by the URI's scheme, naming what is
   */
  public synchronized Manager get(URI uri, ClassLoader loader, Properties properties) {
    Map<URI, Manager> ofLoader = managers.computeIfAbsent(loader, l -> new HashMap<>());
    Manager manager = ofLoader.get(uri);
    if (manager == null) {
      manager = open(uri, loader, properties);
      ofLoader.put(uri, manager);
    }
    return manager;
  }

  /** Closes all managers of the class loader. */
  public void close(ClassLoader loader) {
    List<Manager> closing;
    synchronized (this) {
      closing = new ArrayList<>(managers.getOrDefault(loader, Map.of()).values());
    }
    closing.forEach(Manager::close);
  }

  /** Closes the manager of this URI and class loader, if it is open. */
  public void close(URI uri, ClassLoader loader) {
    Manager manager;
    synchronized (this) {
      manager = managers.getOrDefault(loader, Map.of()).get(uri);
    }
    if (manager != null) {
      manager.close();
    }
  }

  /** Closes all managers. */
  public void close() {
    List<Manager> closing = new ArrayList<>();
    synchronized (this) {
      managers.values().forEach(ofLoader -> closing.addAll(ofLoader.values()));
    }
    closing.forEach(Manager::close);
  }

  /** Whether the store behind the default URI keeps references. */
  public boolean defaultKeepsReferences() {
    return factory(defaultStore, Managers.class.getClassLoader()).traits().byReference();
  }

  private Manager open(URI uri, ClassLoader loader, Properties properties) {
    URI storeUri = uri.equals(defaultUri) ? defaultStore : uri;
    return new Manager(
        provider,
        uri,
        storeUri,
        loader,
        Manager.copyOf(properties),
        factory(storeUri, loader),
        clock(properties),
        this::forget);
  }

  private synchronized void forget(Manager manager) {
    Map<URI, Manager> ofLoader = managers.get(manager.getClassLoader());
    if (ofLoader != null && ofLoader.remove(manager.getURI(), manager) && ofLoader.isEmpty()) {
      managers.remove(manager.getClassLoader());
    }
  }

  private InstantSource clock(Properties properties) {
    Object clock = properties.get(clockKey);
    if (clock == null) {
      return InstantSource.system();
    }
    if (clock instanceof InstantSource source) {
      return source;
    }
    throw new CacheException(
        "The property " + clockKey + " must be an InstantSource, not a " + clock.getClass());
  }

  // Stores are looked for beside the application first, then beside this class.
  private static StoreFactory factory(URI uri, ClassLoader loader) {
    Map<String, StoreFactory> known = new TreeMap<>();
    for (ClassLoader where : List.of(loader, Managers.class.getClassLoader())) {
      for (StoreFactory factory : ServiceLoader.load(StoreFactory.class, where)) {
        factory.schemes().forEach(scheme -> known.putIfAbsent(scheme, factory));
      }
    }
    StoreFactory factory = uri.getScheme() == null ? null : known.get(uri.getScheme());
    if (factory == null) {
      throw new CacheException(
          "No store is known for the URI "
              + withoutUserInfo(uri)
              + "; its scheme must be one of "
              + known.keySet()
              + ", or the URI cairn:default");
    }
    return factory;
  }

  private static String withoutUserInfo(URI uri) {
    String userInfo = uri.getRawUserInfo();
    return userInfo == null ? uri.toString() : uri.toString().replace(userInfo + "@", "***@");
  }
}
