package org.cairncache.benchmarks.scaling;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

/** An entry for ever, whose value says which write it is of. */
final class SimulatedEntry extends Stored<Long> {
  SimulatedEntry(long write) {
    super(write);
  }

  @Override
  public long expiresAtMillis() {
    return Lifetime.NEVER;
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return other.isReadable() && value().equals(other.value());
  }
}
