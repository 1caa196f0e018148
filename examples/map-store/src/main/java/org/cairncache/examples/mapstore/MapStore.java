package org.cairncache.examples.mapstore;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

final class MapStore<K, V> implements Store<K, V> {
  private final ConcurrentMap<K, Stored<V>> entries = new ConcurrentHashMap<>();

  @Override
  public @Nullable Stored<V> get(K key) {
    return entries.get(key);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    Stored<V> entry = new MapEntry<>(value, lifetime, Attributes.NONE);
    entries.put(key, entry);
    return entry;
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    Stored<V> entry = new MapEntry<>(value, lifetime, attributes);
    boolean won =
        expected == null
            ? entries.putIfAbsent(key, entry) == null
            : entries.replace(key, expected, entry); // an entry equals itself alone
    return won ? entry : null;
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    return entries.remove(key, expected);
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    ((MapEntry<V>) expected).moveDeadline(expiresAtMillis);
    return entries.get(key) == expected;
  }

  @Override
  public Stream<K> keys() {
    return entries.keySet().stream();
  }

  @Override
  public void close() {
    entries.clear();
  }
}
