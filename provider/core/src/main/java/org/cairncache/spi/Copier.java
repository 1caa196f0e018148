package org.cairncache.spi;

/**
 * Copies mutable keys and values for store-by-value on the heap. Never asked for immutable values
 * such as strings, boxed numbers and records of them. Thread-safe.
 */
@FunctionalInterface
public interface Copier {
  /**
   * Returns a copy that shares no mutable state with the original.
   *
   * @param loader the class loader of the cache, through which classes are resolved
   * @throws javax.cache.CacheException if the value cannot be copied; the message names its class
   */
  <T> T copy(T original, ClassLoader loader);
}
