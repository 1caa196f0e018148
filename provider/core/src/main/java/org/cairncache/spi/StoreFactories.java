package org.cairncache.spi;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.cache.CacheException;

/** Finds the kind of store that a URI names. */
public final class StoreFactories {
  private StoreFactories() {}

  /**
   * Returns the factory for the URI's scheme, looking beside the application first and then beside
   * this class.
   *
   * @throws CacheException if there is none, naming the schemes that there are
   */
  public static StoreFactory find(URI uri, ClassLoader loader) {
    Map<String, StoreFactory> known = byScheme(loader);
    StoreFactory factory = uri.getScheme() == null ? null : known.get(uri.getScheme());
    if (factory == null) {
      throw new CacheException(
          "No store is known for the URI "
              + shown(uri)
              + "; its scheme must be one of "
              + known.keySet()
              + " (a store of another artifact must be on the class path), or cairn:default, or a"
              + " configuration: classpath:, jar:, or file: ending in .conf, .json or .properties");
    }
    return factory;
  }

  /** Returns all settings that any store beside the application or beside this class knows. */
  public static Set<Setting<?>> settings(ClassLoader loader) {
    Set<Setting<?>> settings = new LinkedHashSet<>();
    byScheme(loader).values().forEach(factory -> settings.addAll(factory.settings()));
    return settings;
  }

  private static Map<String, StoreFactory> byScheme(ClassLoader loader) {
    Map<String, StoreFactory> known = new TreeMap<>();
    for (ClassLoader where : List.of(loader, StoreFactories.class.getClassLoader())) {
      for (StoreFactory factory : Services.of(StoreFactory.class, where)) {
        factory.schemes().forEach(scheme -> known.putIfAbsent(scheme, factory));
      }
    }
    return known;
  }

  // Whatever stands before an @ may be a password.
  private static String shown(URI uri) {
    return uri.toString().replaceFirst("(?<=[:/])[^/]*@", "…@");
  }
}
