package org.cairncache.benchmarks.paired;

import java.util.function.BiFunction;

/** The function for {@code compute} that adds one to a {@link Long}. */
enum Increment implements BiFunction<Object, Long, Long> {
  INCREMENT;

  @Override
  public Long apply(Object key, Long value) {
    return value + 1;
  }
}
