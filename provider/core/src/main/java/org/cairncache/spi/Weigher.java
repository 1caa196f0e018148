package org.cairncache.spi;

/** Says how much of {@link Settings#MAXIMUM_WEIGHT} an entry takes up. Thread-safe. */
@FunctionalInterface
public interface Weigher<K, V> {
  /** The weight of the entry, at least 0; asked once, when the entry is written. */
  int weigh(K key, V value);
}
