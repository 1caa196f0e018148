package org.cairncache.benchmarks.scaling;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What an entry takes in Redis: MEMORY USAGE on Redis 6.2, a key of 30 bytes, a value of so many
 * bytes; {@code EntryBytesTest} measures it.
 */
final class EntryBytes {
  /** The bytes of the key in Redis, with prefix and cache. */
  static final int KEY = 30;

  /** What the envelope adds to key and value. */
  static final int ENVELOPE = 84;

  /** By the bytes of the encoded value. */
  static final NavigableMap<Integer, Integer> MEASURED =
      new TreeMap<>(Map.of(100, 288, 1_000, 1_344, 10_000, 10_304));

  private EntryBytes() {}

  /** For a value of that size: as measured, between sizes on the line between them. */
  static double of(int valueBytes) {
    Map.Entry<Integer, Integer> below = MEASURED.floorEntry(valueBytes);
    Map.Entry<Integer, Integer> above = MEASURED.ceilingEntry(valueBytes);
    if (below == null || above == null) {
      return valueBytes + ENVELOPE + 3.0 * KEY;
    }
    int between = above.getKey() - below.getKey();
    return between == 0
        ? below.getValue()
        : below.getValue()
            + (above.getValue() - below.getValue())
                * (valueBytes - below.getKey())
                / (double) between;
  }
}
