package org.cairncache.testkit.codec;

/** Two keys that are equal, and different inside: they must encode equally. */
public record EqualKeys<T>(Class<T> type, T one, T other) {
  public EqualKeys {
    if (!one.equals(other)) {
      throw new IllegalArgumentException("Not equal: " + one + ", " + other);
    }
  }
}
