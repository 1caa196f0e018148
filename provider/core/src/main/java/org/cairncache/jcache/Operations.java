package org.cairncache.jcache;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** The mutations of {@link javax.cache.Cache}, each as a pure function. */
final class Operations {
  private Operations() {}

  static <V> Operation<V, Void> put(V value) {
    Step<V, Void> step = new Step<>(Change.Write.put(value), Lookup.NONE, null);
    return live -> step;
  }

  static <V> Operation<V, V> getAndPut(V value) {
    return live -> new Step<>(Change.Write.put(value), found(live), valueOf(live));
  }

  static <V> Operation<V, Boolean> putIfAbsent(V value) {
    return live ->
        live == null
            ? new Step<>(Change.Write.put(value), Lookup.MISS, true)
            : new Step<>(Change.keep(), Lookup.HIT, false);
  }

  static <V> Operation<V, Boolean> replace(V value) {
    return live ->
        live == null
            ? new Step<>(Change.keep(), Lookup.MISS, false)
            : new Step<>(Change.Write.put(value), Lookup.HIT, true);
  }

  static <V> Operation<V, Boolean> replace(V expected, V value) {
    return ifEqual(expected, Change.Write.put(value));
  }

  static <V> Operation<V, V> getAndReplace(V value) {
    return live ->
        live == null
            ? new Step<>(Change.keep(), Lookup.MISS, null)
            : new Step<>(Change.Write.put(value), Lookup.HIT, live.value());
  }

  static <V> Operation<V, Boolean> remove() {
    return live -> new Step<>(Change.delete(), Lookup.NONE, live != null);
  }

  static <V> Operation<V, Boolean> remove(V expected) {
    return ifEqual(expected, Change.delete());
  }

  static <V> Operation<V, V> getAndRemove() {
    return live -> new Step<>(Change.delete(), found(live), valueOf(live));
  }

  /** Nothing but what every operation does: an entry past its deadline goes. */
  static <V> Operation<V, Void> expire() {
    return live -> new Step<>(Change.keep(), Lookup.NONE, null);
  }

  /**
   * Stores a loaded value where there is none; the result is the value that is there then, or null
   * if the key was changed since and there is none again: what was loaded may be out of date.
   *
   * @param current whether the key is still as it was when the load began
   */
  static <V> Operation<V, V> loadIfAbsent(V loaded, BooleanSupplier current) {
    return live -> {
      if (live != null) {
        return new Step<>(Change.keep(), Lookup.NONE, live.value());
      }
      return current.getAsBoolean()
          ? new Step<>(Change.Write.load(loaded), Lookup.NONE, loaded)
          : new Step<>(Change.keep(), Lookup.NONE, null);
    };
  }

  /** Stores a loaded value whatever is there. */
  static <V> Operation<V, V> loadOver(V loaded) {
    return live -> new Step<>(Change.Write.load(loaded), Lookup.NONE, loaded);
  }

  /** Writes if the entry is still the expected one, or if there is still none. */
  static <V> Operation<V, Void> compareAndSet(@Nullable Stored<V> expected, Change<V> change) {
    return live -> {
      boolean same =
          (live == null || expected == null) ? live == expected : live.isSameEntry(expected);
      return new Step<>(same ? change : Change.keep(), Lookup.NONE, null);
    };
  }

  // An entry with another value is an access for the expiry policy (JSR-107 section 5.4).
  private static <V> Operation<V, Boolean> ifEqual(V expected, Change<V> change) {
    return live -> {
      if (live == null) {
        return new Step<>(Change.keep(), Lookup.MISS, false);
      }
      return Objects.deepEquals(live.value(), expected)
          ? new Step<>(change, Lookup.HIT, true)
          : new Step<>(Change.access(), Lookup.HIT, false);
    };
  }

  private static Lookup found(@Nullable Stored<?> live) {
    return Lookup.of(live != null);
  }

  private static <V> @Nullable V valueOf(@Nullable Stored<V> live) {
    return live == null ? null : live.value();
  }
}
