package org.cairncache.benchmarks.paired;

/**
 * One line of the timing table.
 *
 * @param id names the row on the command line and in JSON
 * @param label what the table prints
 * @param budget the largest ratio to raw Caffeine that the provider under test may cost
 */
record Row(String id, String label, Operation operation, CacheShape shape, double budget) {
  private static final int SHARE_BY_VALUE = 8;

  /**
   * How many calls a turn of {@code operations} keys has; an eighth by value, as most subjects
   * serialize there and a round would last for seconds.
   */
  int calls(int operations) {
    int share = shape.contents().byValue() ? SHARE_BY_VALUE : 1;
    return Math.max(1, operations / operation.keysPerCall() / share);
  }
}
