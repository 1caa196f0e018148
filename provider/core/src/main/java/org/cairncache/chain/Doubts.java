package org.cairncache.chain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that a near level could not drop, so that it is not believed about them; all of them if
 * they become too many. Thread-safe.
 */
final class Doubts<K> {
  private static final int MOST = 10_000;

  private final Set<K> keys = ConcurrentHashMap.newKeySet();
  private volatile boolean all;

  boolean contains(K key) {
    return all || (!keys.isEmpty() && keys.contains(key));
  }

  void add(K key) {
    if (keys.size() >= MOST) {
      addAll();
    } else {
      keys.add(key);
    }
  }

  void addAll() {
    all = true;
  }

  boolean isOfAll() {
    return all;
  }

  void remove(K key) {
    if (!keys.isEmpty()) {
      keys.remove(key);
    }
  }

  /** After everything was dropped. */
  void clear() {
    keys.clear();
    all = false;
  }

  /** As they are now, unless it is all. */
  Set<K> keys() {
    return Set.copyOf(keys);
  }
}
