package org.cairncache.jcache;

import javax.cache.Cache;

/** A snapshot of an entry, as iteration returns it and a writer gets it. Immutable. */
record Entry<K, V>(K key, V value) implements Cache.Entry<K, V> {
  @Override
  public K getKey() {
    return key;
  }

  @Override
  public V getValue() {
    return value;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return Unwrapping.unwrap(this, type);
  }
}
