package org.cairncache.benchmarks.paired;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.cache.integration.CacheLoader;

/**
 * Where a cache loads what is absent: the cheapest of all, as the value is the key. Counts what it
 * is asked for, exactly as long as one thread asks.
 */
final class Origin implements CacheLoader<Object, Object>, Function<Object, Object> {
  /** The one there is, so that all subjects count alike. */
  static final Origin ORIGIN = new Origin();

  private long loads;

  private Origin() {}

  /** How many values were loaded so far, by whatever cache. */
  long loads() {
    return loads;
  }

  @Override
  public Object apply(Object key) {
    loads++;
    return key;
  }

  @Override
  public Object load(Object key) {
    return apply(key);
  }

  @Override
  public Map<Object, Object> loadAll(Iterable<?> keys) {
    var loaded = new HashMap<Object, Object>();
    keys.forEach(key -> loaded.put(key, apply(key)));
    return loaded;
  }
}
