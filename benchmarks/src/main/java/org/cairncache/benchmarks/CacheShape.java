package org.cairncache.benchmarks;

/**
 * How a cache is configured, in terms that every subject can translate. All caches hold references,
 * not copies.
 *
 * @param bounded whether the cache has a maximum number of entries; it is large enough that nothing
 *     is evicted
 * @param statistics whether hits, misses and puts are counted
 */
record CacheShape(boolean bounded, Lifespan lifespan, boolean statistics) {
  /** Unbounded, eternal, nothing counted. */
  static final CacheShape PLAIN = new CacheShape(false, Lifespan.ETERNAL, false);

  /** What moves an entry's deadline. Deadlines are an hour away: nothing expires in a run. */
  enum Lifespan {
    /** Entries have no deadline. */
    ETERNAL,
    /** One hour from creation: {@code CreatedExpiryPolicy}. */
    CREATED,
    /** One hour from the last access: {@code AccessedExpiryPolicy}. */
    ACCESSED
  }

  /** The maximum that a bounded cache of {@code entries} entries gets: a quarter more. */
  static long capacityFor(int entries) {
    return entries + entries / 4L;
  }

  CacheShape asBounded() {
    return new CacheShape(true, lifespan, statistics);
  }

  CacheShape expiring(Lifespan next) {
    return new CacheShape(bounded, next, statistics);
  }

  CacheShape counting() {
    return new CacheShape(bounded, lifespan, true);
  }
}
