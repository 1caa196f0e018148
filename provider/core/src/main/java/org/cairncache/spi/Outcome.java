package org.cairncache.spi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What became of one key of an operation on many. */
public sealed interface Outcome<V> {

  /** The entry was written and this is it, with its token. */
  record Written<V>(Stored<V> stored) implements Outcome<V> {}

  /** Something other than what was expected is there; nothing was written. */
  record Conflict<V>() implements Outcome<V> {}

  /** The medium failed for this key; unless the cause says otherwise nothing was written. */
  record Failed<V>(StoreException cause) implements Outcome<V> {}

  /** The outcome of one write: null is a conflict, a {@link StoreException} a failure. */
  static <V> Outcome<V> of(Supplier<@Nullable Stored<V>> write) {
    try {
      Stored<V> stored = write.get();
      return stored == null ? new Conflict<>() : new Written<>(stored);
    } catch (StoreException failure) {
      return new Failed<>(failure);
    }
  }
}
