package org.cairncache.examples.mapstore;

import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

final class MapEntry<V> extends Stored<V> {
  private final Lifetime lifetime;
  private final Attributes attributes;
  private volatile long expiresAtMillis;

  MapEntry(V value, Lifetime lifetime, Attributes attributes) {
    super(value);
    this.lifetime = lifetime;
    this.attributes = attributes;
    this.expiresAtMillis = lifetime.expiresAtMillis();
  }

  void moveDeadline(long toMillis) {
    expiresAtMillis = toMillis;
  }

  @Override
  public long expiresAtMillis() {
    return expiresAtMillis;
  }

  @Override
  public long writtenAtMillis() {
    return lifetime.writtenAtMillis();
  }

  @Override
  public long freshUntilMillis() {
    return lifetime.freshUntilMillis();
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }
}
