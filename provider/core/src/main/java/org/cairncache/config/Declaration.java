package org.cairncache.config;

import java.net.URI;
import java.util.Map;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Settings;

/**
 * What a configuration declares for one manager.
 *
 * @param store where caches live that do not say where
 * @param defaults what stores are told of caches that do not say so themselves
 * @param caches the caches that exist from the start, by name
 */
public record Declaration(
    URI store, Settings defaults, Map<String, CairnConfiguration<?, ?>> caches) {
  public Declaration {
    caches = Map.copyOf(caches);
  }
}
