package org.cairncache.examples.writerreader;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the calls of a reader went.
 *
 * @param empty how many found nothing
 * @param waits how many waited
 * @param oldestMillis the age of the oldest value that one found
 */
record Called(long calls, long empty, long waits, long longestMicros, long oldestMillis) {
  static final String HEADER =
      String.format(
          "%-9s%8s%14s%13s%10s%15s%n",
          "reader", "calls", "that waited", "found none", "longest", "oldest value");

  /** From the numbers that {@link #numbers} gave. */
  static Called of(String numbers) {
    long[] of = Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Called(of[0], of[1], of[2], of[3], of[4]);
  }

  String numbers() {
    return calls + " " + empty + " " + waits + " " + longestMicros + " " + oldestMillis;
  }

  /** Whether all found a value without waiting. */
  boolean isRight() {
    return calls > 0 && empty == 0 && waits == 0;
  }

  String row(String reader, boolean right) {
    return String.format(
        Locale.ROOT,
        "%-9s%8d%14d%13d%7.2f ms%13.1f s%s%n",
        reader,
        calls,
        waits,
        empty,
        longestMicros / 1e3,
        oldestMillis / 1e3,
        right ? "" : "  WRONG");
  }
}
