package org.cairncache.benchmarks.paired;

/**
 * One line of the footprint table: bytes of heap per entry, keys and values not counted.
 *
 * @param id names the row on the command line and in JSON
 * @param label what the table prints
 * @param baseline the shape of the raw Caffeine cache that the row is compared with
 * @param budget the most bytes per entry that the provider under test may take beyond the baseline
 */
record FootprintRow(
    String id, String label, CacheShape shape, CacheShape baseline, double budget) {}
