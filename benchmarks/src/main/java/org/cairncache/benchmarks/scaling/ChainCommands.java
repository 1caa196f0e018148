package org.cairncache.benchmarks.scaling;

/** What a near level in Redis is sent, counted on the wire by {@code ChainRequestsTest}. */
final class ChainCommands {
  /** A read that Redis answers: GET. */
  static final int HIT = 1;

  /** A read that it cannot answer: GET, and a script that keeps what the next level said. */
  static final int FILL = 2;

  /** A write that the next level has decided: the marker. */
  static final int WRITE = 1;

  private ChainCommands() {}
}
