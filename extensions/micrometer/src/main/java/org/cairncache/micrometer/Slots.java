package org.cairncache.micrometer;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A meter for each constant, made when it is first asked for. To ask again takes no lock and makes
 * no objects. Thread-safe.
 */
final class Slots<K extends Enum<K>, M> {
  private final Function<K, M> maker;
  private volatile Map<K, M> made; // never changed, but replaced

  Slots(Class<K> constants, Function<K, M> maker) {
    this.maker = maker;
    this.made = new EnumMap<>(constants);
  }

  M of(K constant) {
    M there = made.get(constant);
    return there == null ? make(constant) : there;
  }

  /** Makes those that are not made yet. */
  @SafeVarargs
  final void begin(K... constants) {
    for (K constant : constants) {
      var unused = of(constant);
    }
  }

  private synchronized M make(K constant) {
    Map<K, M> more = new EnumMap<>(made);
    M meter = more.computeIfAbsent(constant, maker);
    made = more;
    return meter;
  }
}
