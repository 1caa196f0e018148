package org.cairncache.testkit.sample;

import org.cairncache.spi.StoreContext;
import org.cairncache.spi.Stored;

/** {@link Fault#BLIND_REVALIDATION}. */
final class BlindRevalidation<K, V> extends SampleStore<K, V> {

  BlindRevalidation(SampleMedium medium, StoreContext<K, V> context) {
    super(medium, context);
  }

  @Override
  public Stored<V> revalidate(K key, Stored<V> known) {
    return known;
  }
}
