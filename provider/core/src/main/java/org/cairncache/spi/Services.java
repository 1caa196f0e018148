package org.cairncache.spi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Services on a class path. One that cannot be loaded must not take the others with it. */
final class Services {
  private static final Logger LOG = System.getLogger(Services.class.getName());

  private Services() {}

  static <S> List<S> of(Class<S> service, ClassLoader loader) {
    List<S> working = new ArrayList<>();
    Iterator<S> services = ServiceLoader.load(service, loader).iterator();
    while (true) {
      try {
        if (!services.hasNext()) {
          return working;
        }
        working.add(services.next());
      } catch (ServiceConfigurationError broken) {
        String kind = service.getSimpleName();
        LOG.log(Level.WARNING, "A " + kind + " on the class path cannot be used", broken);
      }
    }
  }
}
