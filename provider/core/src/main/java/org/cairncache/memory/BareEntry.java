package org.cairncache.memory;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An eternal value and nothing else, as somebody reads it: the store keeps the value itself, and
 * its identity is the token.
 */
final class BareEntry<V> extends Stored<V> {
  BareEntry(V value) {
    super(value);
  }

  @Override
  public long expiresAtMillis() {
    return Lifetime.NEVER;
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return other.origin() instanceof BareEntry<?> bare && bare.value() == value();
  }

  /** The entry of what a store holds: a value, or an entry already. */
  @SuppressWarnings("unchecked") // what is no entry is a value
  static <V> @Nullable Stored<V> entryOf(@Nullable Object held) {
    return held == null || held instanceof Stored ? (Stored<V>) held : new BareEntry<>((V) held);
  }

  /** What a store holds for the entry. */
  static Object heldOf(Stored<?> entry) {
    return entry instanceof BareEntry<?> bare ? bare.value() : entry;
  }
}
