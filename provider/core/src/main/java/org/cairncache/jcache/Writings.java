package org.cairncache.jcache;

import java.util.Map;

/** What the writer is told in the course of a batch, key by key. For one thread. */
record Writings<K, V>(Map<K, Writing<K, V>> all) implements AutoCloseable {
  Writing<K, V> of(K key) {
    Writing<K, V> writing = all.get(key);
    if (writing == null) {
      throw new IllegalStateException("A key that is not of the batch");
    }
    return writing;
  }

  /** Gives the leases back. */
  @Override
  public void close() {
    all.values().forEach(Writing::close);
  }
}
