package org.cairncache.spi;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.cache.CacheException;

/**
 * The kinds of store that there are, by the scheme of the URI that names one. To look for them
 * opens every jar, so whoever needs them again keeps them. Immutable.
 */
public final class StoreFactories {
  private final Map<String, StoreFactory> byScheme = new TreeMap<>();

  private StoreFactories(Set<ClassLoader> places) {
    for (ClassLoader place : places) {
      for (StoreFactory factory : Services.of(StoreFactory.class, place)) {
        factory.schemes().forEach(scheme -> byScheme.putIfAbsent(scheme, factory));
      }
    }
  }

  /** Looks beside the application first and then beside this class. */
  public static StoreFactories of(ClassLoader application) {
    Set<ClassLoader> places = new LinkedHashSet<>();
    places.add(application);
    places.add(StoreFactories.class.getClassLoader());
    return new StoreFactories(places);
  }

  /**
   * Returns the factory for the URI's scheme.
   *
   * @throws CacheException if there is none, naming the schemes that there are
   */
  public StoreFactory find(URI uri) {
    StoreFactory factory = uri.getScheme() == null ? null : byScheme.get(uri.getScheme());
    if (factory == null) {
      throw new CacheException(
          "No store is known for the URI "
              + shown(uri)
              + "; its scheme must be one of "
              + byScheme.keySet()
              + " (a store of another artifact must be on the class path), or cairn:default, or a"
              + " configuration: classpath:, jar:, or file: ending in .conf, .json or .properties");
    }
    return factory;
  }

  /** All settings that any of the stores knows. */
  public Set<Setting<?>> settings() {
    Set<Setting<?>> settings = new LinkedHashSet<>();
    byScheme.values().forEach(factory -> settings.addAll(factory.settings()));
    return settings;
  }

  // Whatever stands before an @ may be a password.
  private static String shown(URI uri) {
    return uri.toString().replaceFirst("(?<=[:/])[^/]*@", "…@");
  }
}
