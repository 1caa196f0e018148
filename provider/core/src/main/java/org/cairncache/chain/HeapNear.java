package org.cairncache.chain;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** A near level of this process alone: what is written is kept. Thread-safe. */
record HeapNear<K, V>(Store<K, Stored<V>> store) implements Near<K, V> {
  @Override
  public @Nullable Stored<Stored<V>> find(K key) {
    return store.get(key);
  }

  @Override
  public Map<K, Stored<Stored<V>>> findAll(Set<? extends K> keys) {
    return store.getAll(keys);
  }

  @Override
  public void fill(K key, @Nullable Stored<Stored<V>> kept, Stored<V> entry, long expiresAtMillis) {
    store.put(key, entry, Lifetime.until(expiresAtMillis));
  }

  @Override
  public void renew(K key, Stored<Stored<V>> kept, long expiresAtMillis) {
    store.touch(key, kept, expiresAtMillis);
  }

  @Override
  public void wrote(K key, Stored<V> entry, long expiresAtMillis) {
    store.put(key, entry, Lifetime.until(expiresAtMillis));
  }

  @Override
  public void touched(K key, Stored<V> before, Stored<V> entry, long expiresAtMillis) {
    store.put(key, entry, Lifetime.until(expiresAtMillis));
  }

  @Override
  public void drop(K key) {
    store.remove(key);
  }

  @Override
  public void forget(K key) {
    store.remove(key);
  }

  @Override
  public boolean contradicts(K key, @Nullable Stored<V> latest) {
    Stored<Stored<V>> kept = store.get(key);
    return kept != null && (latest == null || !kept.value().isSameEntry(latest));
  }

  @Override
  public void clear() {
    store.clear();
  }

  @Override
  public void destroy() {
    store.destroy();
  }

  @Override
  public void sweep(long nowMillis) {
    try (Stream<K> keys = store.expiredKeys(nowMillis)) {
      keys.forEach(
          key -> {
            Stored<Stored<V>> kept = store.get(key);
            if (kept != null && kept.isExpiredAt(nowMillis)) {
              store.remove(key, kept);
            }
          });
    }
  }

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public long clockOffsetMillis() {
    return 0;
  }

  @Override
  public void close() {
    store.close();
  }
}
