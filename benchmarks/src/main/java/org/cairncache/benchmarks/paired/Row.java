package org.cairncache.benchmarks.paired;

/**
 * One line of the timing table.
 *
 * @param id names the row on the command line and in JSON
 * @param label what the table prints
 * @param budget the largest ratio to raw Caffeine that the provider under test may cost
 */
record Row(String id, String label, Operation operation, CacheShape shape, double budget) {
  /** How many calls a turn of so many keys has. */
  int calls(int operations) {
    return Math.max(1, operations / operation.keysPerCall());
  }
}
