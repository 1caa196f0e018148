package org.cairncache.examples.allstores;

import com.google.protobuf.Int64Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A codec, with values for it.
 *
 * @param codec its name in a configuration
 * @param type the class of its values
 * @param first the value that is put
 * @param next what a processor makes of a value
 */
record Format<V>(String codec, Class<V> type, V first, UnaryOperator<V> next) {
  static final List<Format<?>> ALL =
      List.of(
          record("java"),
          record("jackson"),
          record("kryo"),
          record("msgpack"),
          new Format<>(
              "protobuf",
              Int64Value.class,
              Int64Value.of(1),
              value -> Int64Value.of(value.getValue() + 1)));

  private static Format<Visits> record(String codec) {
    return new Format<>(codec, Visits.class, new Visits("ada", 1), Visits::again);
  }
}
