package org.cairncache;

/**
 * How the store of one cache fares, for stores that can fail: all but those on the heap alone.
 * Published over JMX as {@code org.cairncache:type=CacheStore,CacheManager=<uri>,Cache=<name>}
 * while the statistics of the cache are enabled, beside JSR-107's beans. Numbers count what happens
 * while statistics are enabled, and are never reset; the circuit is told of as it is. Thread-safe.
 */
public interface CairnStoreMXBean {
  /** Requests to the medium that ended, well or not; none that an open circuit refused. */
  long getRequests();

  /** Requests to the medium that failed. */
  long getFailedRequests();

  /** Entries that were found and could not be decoded. */
  long getUnreadableEntries();

  /** Entries dropped to keep within the bounds of the store. */
  long getEvictedEntries();

  /** Writes spared because the value was there already ({@code dedupe-writes}). */
  long getUnchangedWrites();

  /**
   * How many reads each level of a chain answered, the nearest first, as far as the deepest that
   * answered one; empty where there are no levels.
   */
  long[] getAnswersByLevel();

  /**
   * Reads that a near level answered with what it may no longer go by, because the levels under it
   * failed.
   */
  long getLateAnswers();

  /** How far the clock that deadlines go by is ahead of this process's, in milliseconds. */
  long getClockOffsetMillis();

  /** Whether the circuit to the medium is open, so that requests are refused at once. */
  boolean isCircuitOpen();

  /**
   * Since when the circuit is open, in epoch milliseconds by this process's clock; 0 if it is not.
   */
  long getCircuitOpenSinceMillis();

  /** How often the circuit has opened since the cache was created. */
  long getCircuitOpenings();
}
