package org.cairncache.spi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.cache.CacheException;

/** Finds the kind of store that a URI names. */
public final class StoreFactories {
  private static final Logger LOG = System.getLogger(StoreFactories.class.getName());

  private StoreFactories() {}

  /**
   * Returns the factory for the URI's scheme, looking beside the application first and then beside
   * this class.
   *
   * @throws CacheException if there is none, naming the schemes that there are
   */
  public static StoreFactory find(URI uri, ClassLoader loader) {
    Map<String, StoreFactory> known = new TreeMap<>();
    for (ClassLoader where : List.of(loader, StoreFactories.class.getClassLoader())) {
      for (StoreFactory factory : working(where)) {
        factory.schemes().forEach(scheme -> known.putIfAbsent(scheme, factory));
      }
    }
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

  // One store that cannot be loaded must not take the others with it.
  private static List<StoreFactory> working(ClassLoader loader) {
    List<StoreFactory> working = new ArrayList<>();
    Iterator<StoreFactory> factories = ServiceLoader.load(StoreFactory.class, loader).iterator();
    while (true) {
      try {
        if (!factories.hasNext()) {
          return working;
        }
        working.add(factories.next());
      } catch (ServiceConfigurationError broken) {
        LOG.log(Level.WARNING, "A store on the class path cannot be used", broken);
      }
    }
  }

  // Whatever stands before an @ may be a password.
  private static String shown(URI uri) {
    return uri.toString().replaceFirst("(?<=[:/])[^/]*@", "…@");
  }
}
