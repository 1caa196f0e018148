package org.cairncache.testkit.codec;

import java.util.Objects;

/**
 * A value that a codec encodes, and what type its cache has.
 *
 * @param name what it is called in the report and among the golden bytes, without spaces
 */
public record Sample<T>(String name, Class<T> type, T value) {
  public Sample {
    Objects.requireNonNull(value);
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("Not a sample's name: " + name);
    }
  }

  /** A value in a cache of its own class. */
  @SuppressWarnings("unchecked") // the class of a T
  public static <T> Sample<T> of(String name, T value) {
    return new Sample<>(name, (Class<T>) value.getClass(), value);
  }

  @Override
  public String toString() {
    return name;
  }
}
