package org.cairncache.cdi.application;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import javax.cache.CacheManager;

/** The caches that methods name. Thread-safe. */
final class NamedCaches {
  private final Supplier<CacheManager> manager;
  private final MissingCache missing;
  private final ConcurrentMap<String, NamedCache> caches = new ConcurrentHashMap<>();

  NamedCaches(Supplier<CacheManager> manager, MissingCache missing) {
    this.manager = manager;
    this.missing = missing;
  }

  NamedCache of(String name) {
    return caches.computeIfAbsent(name, each -> new NamedCache(manager, each, missing));
  }
}
