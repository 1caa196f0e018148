package org.cairncache.jcache;

import java.net.URI;
import java.util.Map;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Settings;

/**
 * What the URI of a manager means.
 *
 * @param store where its caches live unless they say so themselves
 * @param defaults what stores are told of caches that do not say so themselves
 * @param caches the caches that exist from the start, by name
 */
public record ManagerPlan(
    URI store, Settings defaults, Map<String, CairnConfiguration<?, ?>> caches) {
  public ManagerPlan {
    caches = Map.copyOf(caches);
  }

  /** Caches that live there, with nothing set. */
  public static ManagerPlan on(URI store) {
    return new ManagerPlan(store, Settings.NONE, Map.of());
  }
}
