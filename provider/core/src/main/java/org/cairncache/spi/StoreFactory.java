package org.cairncache.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * Opens the stores of one kind. Found by {@link java.util.ServiceLoader}; needs a public
 * constructor without parameters, which must do nothing. Thread-safe.
 */
public interface StoreFactory {
  /** The URI schemes that name this kind of store, in lower case: {@code memory}, {@code redis}. */
  Set<String> schemes();

  /** What the front must know of this kind of store. */
  StoreTraits traits();

  /** Every setting that {@link #open} reads; anything else in a configuration is refused. */
  List<Setting<?>> settings();

  /**
   * The factory for a cache with these settings, which may be another one where they decide what
   * the store is: the levels of a chain. This one by default.
   *
   * @throws IllegalArgumentException if the settings cannot be
   */
  default StoreFactory of(Settings settings, ClassLoader loader) {
    return this;
  }

  /**
   * Makes what a near level keeps its entries in where this kind of store is on the heap of the
   * process: a map that is bounded, and told of, as a store with this context would be. Empty (the
   * default) where it is not, or cannot.
   *
   * @param context whose values are what the map holds
   * @throws IllegalArgumentException if a setting is out of its bounds, naming it
   */
  default <K, V> Optional<ConcurrentMap<K, V>> openMap(StoreContext<K, V> context) {
    return Optional.empty();
  }

  /**
   * Opens the store of one cache, attaching to the entries that are already there.
   *
   * @throws StoreException if the medium cannot be reached or cannot compare and set; the message
   *     says what to do
   * @throws IllegalArgumentException if a setting is out of its bounds, naming it
   */
  <K, V> Store<K, V> open(StoreContext<K, V> context);
}
