package org.cairncache.benchmarks.paired;

/** A bounded cache that is given what it is asked for and does not have. */
public interface Lookups extends AutoCloseable {
  /** Looks the key up, and puts it in if it is missing; tells whether it was there. */
  boolean hit(Object key);

  /** Releases the cache. */
  @Override
  default void close() {}
}
