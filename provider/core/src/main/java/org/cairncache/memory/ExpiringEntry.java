package org.cairncache.memory;

import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** A value and its deadline: 24 bytes with compressed references. */
class ExpiringEntry<V> extends Stored<V> {
  // Not final: touch moves it in place, so that tokens stay valid.
  private volatile long expiresAtMillis;

  ExpiringEntry(@Nullable V value, long expiresAtMillis) {
    super(value);
    this.expiresAtMillis = expiresAtMillis;
  }

  @Override
  public final long expiresAtMillis() {
    return expiresAtMillis;
  }

  final void moveDeadline(long toMillis) {
    expiresAtMillis = toMillis;
  }
}
