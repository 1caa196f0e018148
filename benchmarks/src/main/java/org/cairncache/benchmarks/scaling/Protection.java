package org.cairncache.benchmarks.scaling;

/** What keeps callers of a key that has ended from all loading it. */
enum Protection {
  /** Nothing: whoever misses loads, as with {@code get} and {@code put}. */
  NONE("none", false, false),
  /** One load in each process, as in {@code Cached}. */
  FLIGHT("one load in each process", false, false),
  /** One load among all, as with {@code oneLoader}. */
  LEASE("`oneLoader`", false, true),
  /** What is old is served while each process loads it once, as with {@code stale}. */
  STALE("`stale`", true, false),
  /** What is old is served while one process loads, as with both. */
  STALE_LEASE("`stale` and `oneLoader`", true, true);

  private final String text;
  private final boolean servesOld;
  private final boolean oneForAll;

  Protection(String text, boolean servesOld, boolean oneForAll) {
    this.text = text;
    this.servesOld = servesOld;
    this.oneForAll = oneForAll;
  }

  String text() {
    return text;
  }

  /** Whether callers get what is old meanwhile. */
  boolean servesOld() {
    return servesOld;
  }

  /** Whether one process loads for all. */
  boolean oneForAll() {
    return oneForAll;
  }

  /** Whether the callers of one process share a load. */
  boolean shares() {
    return this != NONE;
  }
}
