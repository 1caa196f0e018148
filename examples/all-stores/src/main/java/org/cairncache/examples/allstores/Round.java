package org.cairncache.examples.allstores;

import java.util.Objects;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** A put, an invoke, a clear, and a get after each. */
final class Round {
  private static final String KEY = "ada";

  private Round() {}

  /**
   * Returns how many nanoseconds the six calls took.
   *
   * @throws IllegalStateException if a get returned something else than what was written
   */
  static <V> long nanos(Cache<String, V> cache, Format<V> format) {
    long start = System.nanoTime();
    cache.put(KEY, format.first());
    check(cache, format.first());
    cache.invoke(
        KEY,
        (entry, arguments) -> {
          entry.setValue(format.next().apply(entry.getValue()));
          return null;
        });
    check(cache, format.next().apply(format.first()));
    cache.clear();
    check(cache, null);
    return System.nanoTime() - start;
  }

  private static <V> void check(Cache<String, V> cache, @Nullable V expected) {
    V found = cache.get(KEY);
    if (!Objects.equals(found, expected)) {
      throw new IllegalStateException(cache.getName() + " has " + found + ", not " + expected);
    }
  }
}
