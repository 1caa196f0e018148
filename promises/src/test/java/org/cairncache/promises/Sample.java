package org.cairncache.promises;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** A value with a bit of everything that each codec must hold. */
record Sample(String name, int number, List<String> words, Map<String, Long> counts)
    implements Serializable {
  static Sample of(int number) {
    return new Sample(
        "sample " + number,
        number,
        List.of("a", "ä", "\uD83D\uDE00", "x".repeat(2_000)),
        Map.of("one", 1L, "many", Long.MAX_VALUE));
  }
}
