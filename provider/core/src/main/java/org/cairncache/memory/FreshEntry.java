package org.cairncache.memory;

import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.jspecify.annotations.Nullable;

/** A value with everything that freshness needs. */
final class FreshEntry<V> extends ExpiringEntry<V> {
  private final long writtenAtMillis;
  private final long freshUntilMillis;
  private final Attributes attributes;

  FreshEntry(@Nullable V value, Lifetime lifetime, Attributes attributes) {
    super(value, lifetime.expiresAtMillis());
    this.writtenAtMillis = lifetime.writtenAtMillis();
    this.freshUntilMillis = lifetime.freshUntilMillis();
    this.attributes = attributes;
  }

  @Override
  public boolean isNull() {
    return !isReadable();
  }

  @Override
  public long writtenAtMillis() {
    return writtenAtMillis;
  }

  @Override
  public long freshUntilMillis() {
    return freshUntilMillis;
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }
}
