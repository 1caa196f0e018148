package org.cairncache.freshness.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a placeholder stands for: an argument, or what lies on a way of properties from it.
 * Immutable and thread-safe.
 *
 * @param index of the argument, from 0
 * @param path the properties to go through; empty for the argument itself
 */
record Slot(int index, List<Property> path) {

  Slot {
    path = List.copyOf(path);
  }

  /** The value for this argument; null as soon as one on the way is. */
  @Nullable Object value(@Nullable Object argument) {
    Object value = argument;
    for (int i = 0; i < path.size() && value != null; i++) {
      value = path.get(i).read(value);
    }
    return value;
  }
}
