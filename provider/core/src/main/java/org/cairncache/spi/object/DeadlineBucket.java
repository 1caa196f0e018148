package org.cairncache.spi.object;

/** A bucket whose service can change what stands beside an object, and keeps its version. */
public interface DeadlineBucket extends ObjectBucket {
  /**
   * Moves the deadline of an object, as {@link Found} and {@link Page} tell it from then on. Twice
   * does no harm.
   *
   * @param version the object must have it
   */
  Answer<Boolean> moveDeadline(String object, long expiresAtMillis, String version);
}
