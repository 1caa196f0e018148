package org.cairncache.examples.chain;

/**
 * What came of a call.
 *
 * @param value what it returned, in words
 * @param nanos how long it took, or until what was awaited came
 */
record Answer(Served served, String value, long nanos) {
  /** The same, after so long. */
  Answer after(long otherNanos) {
    return new Answer(served, value, otherNanos);
  }
}
