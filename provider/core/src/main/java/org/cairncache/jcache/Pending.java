package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.List;
import javax.cache.event.CacheEntryListenerException;

/** The deliveries that one call of the cache has queued. Belongs to one thread. */
final class Pending<K, V> {
  private record Item<K, V>(Registration<K, V> registration, K key, Delivery delivery) {}

  /** Sees each delivery. */
  interface Visitor<K, V> {
    void visit(Registration<K, V> registration, K key, Delivery delivery);
  }

  private final List<Item<K, V>> items = new ArrayList<>();

  void add(Registration<K, V> registration, K key, Delivery delivery) {
    items.add(new Item<>(registration, key, delivery));
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  void forEach(Visitor<K, V> visitor) {
    items.forEach(item -> visitor.visit(item.registration, item.key, item.delivery));
  }

  /**
   * Waits for all synchronous listeners.
   *
   * @throws CacheEntryListenerException the first failure of one, the others suppressed in it
   */
  void await() {
    List<CacheEntryListenerException> failures = new ArrayList<>();
    forEach(
        (registration, key, delivery) -> {
          if (registration.isSynchronous()) {
            try {
              delivery.await();
            } catch (CacheEntryListenerException failure) {
              failures.add(failure);
            }
          }
        });
    Failures.throwFirst(failures);
  }
}
