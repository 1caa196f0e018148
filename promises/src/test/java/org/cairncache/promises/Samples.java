package org.cairncache.promises;

import com.google.protobuf.StringValue;
import java.util.function.IntFunction;

/**
 * The values that a codec is tried with: ours, where it does not ask for a type of its own.
 *
 * @param of the value of a number
 */
record Samples<V>(Class<V> type, IntFunction<V> of) {
  static Samples<?> of(String codec) {
    return codec.equals("protobuf")
        ? new Samples<>(StringValue.class, number -> StringValue.of(number + "ä".repeat(2_000)))
        : new Samples<>(Sample.class, Sample::of);
  }

  V get(int number) {
    return of.apply(number);
  }
}
