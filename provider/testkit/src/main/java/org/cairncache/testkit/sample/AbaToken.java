package org.cairncache.testkit.sample;

import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.StoreContext;

/** {@link Fault#ABA_TOKEN}. */
final class AbaToken<K, V> extends SampleStore<K, V> {
  AbaToken(SampleMedium medium, StoreContext<K, V> context) {
    super(medium, context);
  }

  @Override
  SampleEntry<V> newEntry(V value, Lifetime lifetime, Attributes attributes) {
    return new SampleEntry<>(value, value.hashCode(), lifetime, attributes);
  }
}
