package org.cairncache.jcache;

import java.util.Optional;
import org.cairncache.spi.Copier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of a store-by-value cache apart from the objects that applications hold; does
 * nothing for store-by-reference, nor for immutable values. Thread-safe.
 *
 * <p>On the heap what crosses the API is copied. A store that encodes has no object that anybody
 * could change, so there only what several see at once is copied: listeners, processors, writers.
 */
final class Copying {
  private final @Nullable Copier keyCopier;
  private final @Nullable Copier copier;
  private final boolean onHeap;
  private final ClassLoader loader;
  // The class of the last immutable value seen, so that most calls compare one reference.
  private Class<?> lastImmutable = String.class;

  private Copying(
      @Nullable Copier keyCopier, @Nullable Copier copier, boolean onHeap, ClassLoader loader) {
    this.keyCopier = keyCopier;
    this.copier = copier;
    this.onHeap = onHeap;
    this.loader = loader;
  }

  static Copying byReference(ClassLoader loader) {
    return new Copying(null, null, true, loader);
  }

  static Copying byValue(Copier copier, ClassLoader loader) {
    return byValue(copier, copier, loader);
  }

  /** With a copier for keys and one for values; null where all of them are immutable. */
  static Copying byValue(@Nullable Copier keyCopier, @Nullable Copier copier, ClassLoader loader) {
    return new Copying(keyCopier, copier, true, loader);
  }

  /** For a store that encodes; the copier makes of a value what reading it again would give. */
  static Copying encoded(Copier copier, ClassLoader loader) {
    return new Copying(null, copier, false, loader);
  }

  /** Whether nothing that crosses the API is ever copied. */
  boolean copiesNothing() {
    return !onHeap || (keyCopier == null && copier == null);
  }

  /** A key that crosses the API, likewise. */
  <K> K copyKey(K key) {
    return onHeap ? share(key, keyCopier) : key;
  }

  /** A value that crosses the API: a copy on the heap; itself where nobody can change it. */
  <T> T copy(T value) {
    return onHeap ? share(value) : value;
  }

  /** As {@link #copy}, of null too. */
  <T> @Nullable T copyOrNull(@Nullable T value) {
    return value == null ? null : copy(value);
  }

  /** A value that somebody beside the caller will see: a copy, unless nobody can change it. */
  <T> T share(T value) {
    return share(value, copier);
  }

  private <T> T share(T value, @Nullable Copier by) {
    return by == null || value.getClass() == lastImmutable
        ? value
        : shareUnlessImmutable(value, by);
  }

  /** As {@link #share}, of null too. */
  <T> @Nullable T shareOrNull(@Nullable T value) {
    return value == null ? null : share(value);
  }

  /** A value that was written, to be shown later: on the heap the cache's own already. */
  <T> T keep(T value) {
    return onHeap ? value : share(value);
  }

  /** Why no value of exactly this class can be copied; empty if some may be. */
  Optional<String> refusal(Class<?> type) {
    return copier instanceof SerializationCopier && !ImmutableTypes.contains(type)
        ? SerializationCopier.refusal(type)
        : Optional.empty();
  }

  private <T> T shareUnlessImmutable(T value, Copier by) {
    Class<?> type = value.getClass();
    if (ImmutableTypes.contains(type)) {
      lastImmutable = type;
      return value;
    }
    return by.copy(value, loader);
  }
}
