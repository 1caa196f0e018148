package org.cairncache.spi;

/** Says how much of {@link Settings#MAXIMUM_WEIGHT} an entry takes up. Thread-safe. */
@FunctionalInterface
public interface Weigher<K, V> {
  /** The weight of the entry, at least 0; asked once, when the entry is written. */
  int weigh(K key, V value);

  /** The weight of an entry: that of its value, or 1 where it has none. */
  default int weighEntry(K key, Stored<? extends V> entry) {
    return entry.isReadable() ? weigh(key, entry.value()) : 1;
  }
}
