package org.cairncache.benchmarks.paired;

import java.util.Map;

/**
 * What a footprint row gave, in bytes per entry.
 *
 * @param baseline raw Caffeine in the row's baseline shape
 * @param bytes by id of the subject, without those that have no cache of the row's shape
 */
record FootprintResult(FootprintRow row, double baseline, Map<String, Double> bytes) {}
