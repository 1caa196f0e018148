package org.cairncache.jcache;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is under way for keys, each for a moment: a map that is made for being nearly empty. To pin
 * and to take off are one compare-and-set each where a {@code ConcurrentHashMap} would also count
 * its entries, in one place for all threads. Thread-safe.
 *
 * @param <K> the type of keys, compared by {@code equals}
 * @param <T> the type of what is under way, compared by identity
 */
final class Board<K, T> {
  private static final int PLACES = 256; // a power of two

  // Each place holds an immutable chain, so that one compare-and-set changes all of it.
  private final AtomicReferenceArray<@Nullable Pin<K, T>> places =
      new AtomicReferenceArray<>(PLACES);

  private record Pin<K, T>(K key, T item, @Nullable Pin<K, T> next) {
    @Nullable T find(Object wanted) {
      for (Pin<K, T> pin = this; pin != null; pin = pin.next) {
        if (pin.key.equals(wanted)) {
          return pin.item;
        }
      }
      return null;
    }

    @Nullable Pin<K, T> without(T gone) {
      if (item == gone) {
        return next;
      }
      return next == null ? this : new Pin<>(key, item, next.without(gone));
    }
  }

  /** What is there for the key, or null. */
  @Nullable T get(K key) {
    Pin<K, T> first = places.get(placeOf(key));
    return first == null ? null : first.find(key);
  }

  /** Pins the item unless something is there for the key; returns what is there, or null. */
  @Nullable T putIfAbsent(K key, T item) {
    int place = placeOf(key);
    while (true) {
      Pin<K, T> first = places.get(place);
      T there = first == null ? null : first.find(key);
      if (there != null) {
        return there;
      }
      if (places.compareAndSet(place, first, new Pin<>(key, item, first))) {
        return null;
      }
    }
  }

  /** Takes the item off if it is what is there for the key; false if it is not. */
  boolean remove(K key, T item) {
    return exchange(key, item, null);
  }

  /** Pins the next item in place of this one if it is what is there; false if it is not. */
  boolean replace(K key, T item, T next) {
    return exchange(key, item, next);
  }

  private boolean exchange(K key, T item, @Nullable T next) {
    int place = placeOf(key);
    while (true) {
      Pin<K, T> first = places.get(place);
      if (first == null || first.find(key) != item) {
        return false;
      }
      Pin<K, T> others = first.without(item);
      if (places.compareAndSet(
          place, first, next == null ? others : new Pin<>(key, next, others))) {
        return true;
      }
    }
  }

  /** Takes off whatever is there for the key. */
  void remove(K key) {
    T there = get(key);
    if (there != null) {
      remove(key, there);
    }
  }

  /** Takes everything off and shows it. */
  void clear(Consumer<? super T> gone) {
    for (int i = 0; i < PLACES; i++) {
      for (Pin<K, T> pin = places.getAndSet(i, null); pin != null; pin = pin.next) {
        gone.accept(pin.item);
      }
    }
  }

  private static int placeOf(Object key) {
    int hash = key.hashCode() * 0x9E3779B9; // what many hash codes have in their low bits alone
    return (hash >>> 16) & (PLACES - 1);
  }
}
