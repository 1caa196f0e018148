package org.cairncache.jcache;

import java.net.URI;
import java.util.Map;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Settings;

/**
 * What the URI of a manager means.
 *
 * @param store where its caches live unless they say so themselves
 * @param properties what the application that gets the manager has stores told of caches that do
 *     not say so themselves
 * @param defaults what the configuration has them told of what the properties do not say
 * @param caches the caches that exist from the start, by name
 */
public record ManagerPlan(
    URI store,
    Settings properties,
    Settings defaults,
    Map<String, CairnConfiguration<?, ?>> caches) {
  public ManagerPlan {
    caches = Map.copyOf(caches);
  }

  /** Caches that live there, with nothing declared. */
  public static ManagerPlan on(URI store, Settings properties) {
    return new ManagerPlan(store, properties, Settings.NONE, Map.of());
  }
}
