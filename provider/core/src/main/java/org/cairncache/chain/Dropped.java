package org.cairncache.chain;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

/** Stands in a shared near level for an entry that was changed in the far one. Immutable. */
final class Dropped<V> extends Stored<V> {
  Dropped() {
    super(null);
  }

  @Override
  public long expiresAtMillis() {
    return Lifetime.NEVER;
  }
}
