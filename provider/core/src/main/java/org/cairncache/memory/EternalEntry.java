package org.cairncache.memory;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

/** A value and nothing else: 16 bytes with compressed references. */
final class EternalEntry<V> extends Stored<V> {
  EternalEntry(V value) {
    super(value);
  }

  @Override
  public long expiresAtMillis() {
    return Lifetime.NEVER;
  }
}
