package org.cairncache.jcache;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import javax.cache.CacheException;
import javax.cache.spi.CachingProvider;
import org.cairncache.spi.StoreFactories;
import org.jspecify.annotations.Nullable;

/**
 * The open managers of one provider, by class loader and URI. An open manager keeps its class
 * loader: nothing tells an application that is gone from one that will ask again. Thread-safe.
 */
public final class Managers {
  private final CachingProvider provider;
  private final Plans plans;
  private final String clockKey;
  private final ConcurrentMap<Place, Slot> slots = new ConcurrentHashMap<>();

  /** What the URI of a manager means to a class loader, with the properties that it is got with. */
  @FunctionalInterface
  public interface Plans {
    ManagerPlan of(URI uri, ClassLoader loader, Properties properties);
  }

  /**
   * For a provider.
   *
   * @param plans what URIs mean
   * @param clockKey under which a manager's properties may hold an {@link InstantSource}
   */
  public Managers(CachingProvider provider, Plans plans, String clockKey) {
    this.provider = provider;
    this.plans = plans;
    this.clockKey = clockKey;
  }

  /**
   * Returns the open manager, or opens one; the properties count only then. Whoever wants the one
   * that is being opened waits, and nobody else does.
   *
   * @throws CacheException if the URI or what it names is not right, saying what is
   * @throws IllegalStateException if it was closed while it was being opened
   */
  public Manager get(URI uri, ClassLoader loader, Properties properties) {
    while (true) {
      Slot slot = slots.computeIfAbsent(new Place(uri, loader), Slot::new);
      Manager manager = slot.get(properties);
      if (manager != null) {
        return manager;
      }
      slots.remove(slot.place, slot);
    }
  }

  /** Closes all managers of the class loader. */
  public void close(ClassLoader loader) {
    close(place -> place.loader == loader);
  }

  /** Closes the manager of this URI and class loader, if it is open. */
  public void close(URI uri, ClassLoader loader) {
    close(new Place(uri, loader)::equals);
  }

  /** Closes all managers. */
  public void close() {
    close(place -> true);
  }

  private void close(Predicate<Place> which) {
    List<Manager> closing = new ArrayList<>();
    slots.forEach(
        (place, slot) -> {
          Manager manager = slot.manager;
          if (manager != null && which.test(place)) {
            closing.add(manager);
          }
        });
    Manager.closeAll(closing);
  }

  private void forget(Manager manager) {
    slots.computeIfPresent(
        new Place(manager.getURI(), manager.getClassLoader()),
        (place, slot) -> slot.manager == manager ? null : slot);
  }

  private record Place(URI uri, ClassLoader loader) {}

  /** Where one manager is, or is being opened. */
  private final class Slot {
    private final Place place;
    // Set before its declared caches exist: close must find it, and not wait for them.
    private volatile @Nullable Manager manager;
    private boolean failed;

    Slot(Place place) {
      this.place = place;
    }

    /** The open manager; null if this slot is of the past. */
    synchronized @Nullable Manager get(Properties properties) {
      Manager there = manager;
      if (there == null && !failed) {
        return open(properties);
      }
      return there == null || there.isClosed() ? null : there;
    }

    private Manager open(Properties properties) {
      try {
        Manager opened = make(place, properties);
        manager = opened;
        opened.createDeclared();
        return opened;
      } catch (RuntimeException | Error failure) {
        failed = true;
        slots.remove(place, this);
        Manager half = manager;
        if (half != null) {
          half.close();
        }
        throw failure;
      }
    }
  }

  private Manager make(Place place, Properties given) {
    Properties properties = Manager.copyOf(given);
    ManagerPlan plan = plans.of(place.uri, place.loader, properties);
    StoreFactories stores = StoreFactories.of(place.loader);
    stores.find(plan.store()); // says so now, not with the first cache
    return new Manager(
        provider,
        place.uri,
        place.loader,
        stores,
        properties,
        plan,
        clock(properties),
        this::forget);
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
