package org.cairncache.cdi.application;

import javax.cache.Cache;
import javax.cache.configuration.Configuration;

/** The types that a cache is configured with; {@code Object} where nothing is said. */
record CacheTypes(Class<?> key, Class<?> value) {
  @SuppressWarnings({"unchecked", "rawtypes"}) // there is no class of a generic type
  static CacheTypes of(Cache<?, ?> cache) {
    Configuration<?, ?> configuration = ((Cache) cache).getConfiguration(Configuration.class);
    return new CacheTypes(configuration.getKeyType(), configuration.getValueType());
  }
}
