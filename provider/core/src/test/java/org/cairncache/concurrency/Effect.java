package org.cairncache.concurrency;

import org.jspecify.annotations.Nullable;

/**
 * What an operation does to the entry of its key, and what its caller gets.
 *
 * @param value the value written; null unless the kind is {@code WRITE}
 */
record Effect(Kind kind, @Nullable Integer value, @Nullable Object result) {
  /** What happens to the entry. */
  enum Kind {
    NOTHING,
    ACCESS,
    WRITE,
    /** A write whose deadline does not come, whatever the expiry policy says. */
    WRITE_FOR_EVER,
    REMOVE
  }

  static Effect nothing(@Nullable Object result) {
    return new Effect(Kind.NOTHING, null, result);
  }

  /** An access if there is something to access. */
  static Effect access(@Nullable Integer present, @Nullable Object result) {
    return new Effect(present == null ? Kind.NOTHING : Kind.ACCESS, null, result);
  }

  static Effect write(int value, @Nullable Object result) {
    return new Effect(Kind.WRITE, value, result);
  }

  static Effect remove(@Nullable Object result) {
    return new Effect(Kind.REMOVE, null, result);
  }
}
