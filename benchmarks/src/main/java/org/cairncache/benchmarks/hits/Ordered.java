package org.cairncache.benchmarks.hits;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.paired.Lookups;

/** A cache that forgets the oldest: the plain policies that others are better than. */
final class Ordered implements Lookups {
  /** Forgets what was put in first. */
  static final Contender FIFO = new Contender("fifo", "FIFO", size -> new Ordered(size, false));

  /** Forgets what was asked for the longest ago. */
  static final Contender LRU = new Contender("lru", "LRU", size -> new Ordered(size, true));

  private final Map<Object, Object> kept;

  private Ordered(int size, boolean byAccess) {
    kept =
        new LinkedHashMap<>(2 * size, 0.75f, byAccess) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > size;
          }
        };
  }

  @Override
  public boolean hit(Object key) {
    if (kept.get(key) != null) {
      return true;
    }
    kept.put(key, key);
    return false;
  }
}
