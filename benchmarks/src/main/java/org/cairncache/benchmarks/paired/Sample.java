package org.cairncache.benchmarks.paired;

/**
 * What one turn cost.
 *
 * @param nanos CPU time per call
 * @param bytes allocated by the calling thread per call
 * @param answer what the loop returned; equal for all lanes of a row that take the same turns
 */
public record Sample(double nanos, double bytes, long answer) {}
