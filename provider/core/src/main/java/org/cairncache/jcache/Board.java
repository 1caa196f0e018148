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
final class Board<K, T extends Board.Item<K>> {
  private static final int PLACES = 256; // a power of two

  // Nothing, an item, or a chain of several.
  private final AtomicReferenceArray<@Nullable Item<K>> places = new AtomicReferenceArray<>(PLACES);

  /** What can be pinned for a key, at most once at a time: it is its own pin. */
  abstract static class Item<K> {
    final K key;

    Item(K key) {
      this.key = key;
    }
  }

  // Immutable, so that one compare-and-set of the place changes all of it.
  private static final class Chain<K> extends Item<K> {
    private final Item<K> first;
    private final Item<K> others; // a chain or the last

    Chain(Item<K> first, Item<K> others) {
      super(first.key);
      this.first = first;
      this.others = others;
    }
  }

  /** What is there for the key, or null. */
  @Nullable T get(K key) {
    return find(places.get(placeOf(key)), key);
  }

  /** Pins the item unless something is there for its key; returns what is there, or null. */
  @Nullable T putIfAbsent(T item) {
    int place = placeOf(item.key);
    while (true) {
      Item<K> found = places.get(place);
      T there = find(found, item.key);
      if (there != null) {
        return there;
      }
      if (places.compareAndSet(place, found, chain(item, found))) {
        return null;
      }
    }
  }

  /** Takes the item off; false if it is not there. */
  boolean remove(T item) {
    return exchange(item, null);
  }

  /** Pins the next item, of the same key, in place of this one; false if this one is not there. */
  boolean replace(T item, T next) {
    return exchange(item, next);
  }

  private boolean exchange(T item, @Nullable T next) {
    int place = placeOf(item.key);
    while (true) {
      Item<K> found = places.get(place);
      if (find(found, item.key) != item) {
        return false;
      }
      Item<K> others = without(found, item);
      if (places.compareAndSet(place, found, next == null ? others : chain(next, others))) {
        return true;
      }
    }
  }

  /** Takes off whatever is there for the key. */
  void remove(K key) {
    T there = get(key);
    if (there != null) {
      remove(there);
    }
  }

  /** Takes everything off and shows it. */
  void clear(Consumer<? super T> gone) {
    for (int i = 0; i < PLACES; i++) {
      Item<K> rest = places.getAndSet(i, null);
      while (rest instanceof Chain<K> chain) {
        gone.accept(pinned(chain.first));
        rest = chain.others;
      }
      if (rest != null) {
        gone.accept(pinned(rest));
      }
    }
  }

  private @Nullable T find(@Nullable Item<K> found, Object wanted) {
    Item<K> rest = found;
    while (rest instanceof Chain<K> chain) {
      if (chain.key.equals(wanted)) {
        return pinned(chain.first);
      }
      rest = chain.others;
    }
    return rest != null && rest.key.equals(wanted) ? pinned(rest) : null;
  }

  private static <K> Item<K> chain(Item<K> first, @Nullable Item<K> others) {
    return others == null ? first : new Chain<>(first, others);
  }

  private static <K> @Nullable Item<K> without(Item<K> found, Item<K> gone) {
    if (!(found instanceof Chain<K> chain)) {
      return found == gone ? null : found;
    }
    if (chain.first == gone) {
      return chain.others;
    }
    return chain(chain.first, without(chain.others, gone));
  }

  @SuppressWarnings("unchecked") // what is no chain was pinned
  private T pinned(Item<K> item) {
    return (T) item;
  }

  private static int placeOf(Object key) {
    int hash = key.hashCode() * 0x9E3779B9; // what many hash codes have in their low bits alone
    return (hash >>> 16) & (PLACES - 1);
  }
}
