package org.cairncache.benchmarks;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that another thread may replace: the least that a reader can cost. Thread-safe. */
final class VolatileField implements Supplier<@Nullable Object> {
  private volatile @Nullable Object value;

  void set(Object next) {
    value = next;
  }

  @Override
  public @Nullable Object get() {
    return value;
  }
}
