package org.cairncache.testkit;

import org.cairncache.testkit.corners.CornerSuite;

/** The memory store keeps every promise of the corner suite. */
final class MemoryCornersTest extends CornerSuite {
  @Override
  protected CacheEnvironment environment() {
    return new MemoryEnvironment();
  }
}
