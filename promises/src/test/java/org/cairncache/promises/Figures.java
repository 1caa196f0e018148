package org.cairncache.promises;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Times, sorted, to be told in milliseconds. */
record Figures(long[] nanos) {
  static Figures of(LongStream nanos) {
    return new Figures(nanos.sorted().toArray());
  }

  /** What this part of them does not exceed; 0 if there are none. */
  double millis(double part) {
    int at = (int) Math.ceil(part * nanos.length) - 1;
    return nanos.length == 0 ? 0 : nanos[Math.max(at, 0)] / 1e6;
  }

  @Override
  public String toString() {
    return "%d: median %.1f ms, p99 %.1f ms, max %.1f ms"
        .formatted(nanos.length, millis(0.5), millis(0.99), millis(1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && Arrays.equals(nanos, figures.nanos);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nanos);
  }
}
