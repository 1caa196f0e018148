package org.cairncache.config;

import java.net.URI;
import java.util.Map;
import org.cairncache.CairnConfiguration;

/**
 * What a configuration declares for one manager.
 *
 * @param store where caches live that do not say where
 * @param caches the caches that exist from the start, by name
 */
public record Declaration(URI store, Map<String, CairnConfiguration<?, ?>> caches) {
  public Declaration {
    caches = Map.copyOf(caches);
  }
}
