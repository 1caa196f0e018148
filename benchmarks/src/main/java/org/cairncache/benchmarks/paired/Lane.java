package org.cairncache.benchmarks.paired;

/** One subject's filled cache for one row, ready to take its turns. Not thread-safe. */
interface Lane extends AutoCloseable {
  /**
   * Runs one turn and says what it cost. Turn {@code number} makes the same calls on every lane of
   * a row.
   */
  Sample turn(int number);

  @Override
  void close();
}
