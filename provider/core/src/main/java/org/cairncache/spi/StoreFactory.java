package org.cairncache.spi;

import java.util.List;
import java.util.Set;

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
   * Opens the store of one cache, attaching to the entries that are already there.
   *
   * @throws StoreException if the medium cannot be reached or cannot compare and set; the message
   *     says what to do
   * @throws IllegalArgumentException if a setting is out of its bounds, naming it
   */
  <K, V> Store<K, V> open(StoreContext<K, V> context);
}
