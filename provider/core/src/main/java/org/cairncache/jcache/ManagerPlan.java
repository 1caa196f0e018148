package org.cairncache.jcache;

import java.net.URI;
import java.util.Map;
import org.cairncache.CairnConfiguration;

/**
 * What the URI of a manager means.
 *
 * @param store where its caches live unless they say so themselves
 * @param caches the caches that exist from the start, by name
 */
public record ManagerPlan(URI store, Map<String, CairnConfiguration<?, ?>> caches) {
  public ManagerPlan {
    caches = Map.copyOf(caches);
  }
}
