package org.cairncache.jcache;

import org.cairncache.spi.Copier;
import org.jspecify.annotations.Nullable;

/**
 * Copies what crosses the API of a store-by-value cache on the heap; does nothing for any other
 * cache, nor for immutable values. Thread-safe.
 */
final class Copying {
  private final @Nullable Copier copier;
  private final ClassLoader loader;
  // The class of the last immutable value seen, so that most calls compare one reference.
  private Class<?> lastImmutable = String.class;

  private Copying(@Nullable Copier copier, ClassLoader loader) {
    this.copier = copier;
    this.loader = loader;
  }

  static Copying byReference(ClassLoader loader) {
    return new Copying(null, loader);
  }

  static Copying byValue(Copier copier, ClassLoader loader) {
    return new Copying(copier, loader);
  }

  /** A copy, or the value itself where nobody can change it or by reference. */
  <T> T copy(T value) {
    return copier == null || value.getClass() == lastImmutable ? value : copyUnlessImmutable(value);
  }

  /** As {@link #copy}, of null too. */
  <T> @Nullable T copyOrNull(@Nullable T value) {
    return value == null ? null : copy(value);
  }

  private <T> T copyUnlessImmutable(T value) {
    Class<?> type = value.getClass();
    if (ImmutableTypes.contains(type)) {
      lastImmutable = type;
      return value;
    }
    Copier present = copier;
    return present == null ? value : present.copy(value, loader);
  }
}
