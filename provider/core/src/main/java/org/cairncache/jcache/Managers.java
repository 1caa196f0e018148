package org.cairncache.jcache;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import javax.cache.CacheException;
import javax.cache.spi.CachingProvider;
import org.cairncache.spi.StoreFactories;

/** The open managers of one provider, by class loader and URI. Thread-safe. */
public final class Managers {
  private final CachingProvider provider;
  private final BiFunction<URI, ClassLoader, ManagerPlan> plans;
  private final String clockKey;
  private final Map<ClassLoader, Map<URI, Manager>> managers = new WeakHashMap<>();

  /**
   * For a provider.
   *
   * @param plans what the URI of a manager means to a class loader
   * @param clockKey under which a manager's properties may hold an {@link InstantSource}
   */
  public Managers(
      CachingProvider provider, BiFunction<URI, ClassLoader, ManagerPlan> plans, String clockKey) {
    this.provider = provider;
    this.plans = plans;
    this.clockKey = clockKey;
  }

  /**
   * Returns the open manager, or opens one; the properties count only then.
   *
   * @throws CacheException if the URI or what it names is not right, saying what is
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

  private Manager open(URI uri, ClassLoader loader, Properties properties) {
    ManagerPlan plan = plans.apply(uri, loader);
    StoreFactories.find(plan.store(), loader); // says so now, not with the first cache
    Manager manager =
        new Manager(
            provider,
            uri,
            loader,
            Manager.copyOf(properties),
            plan,
            clock(properties),
            this::forget);
    try {
      manager.createDeclared();
      return manager;
    } catch (RuntimeException | Error failure) {
      manager.close();
      throw failure;
    }
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
}
