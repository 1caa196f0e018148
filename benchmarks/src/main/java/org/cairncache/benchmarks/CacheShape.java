package org.cairncache.benchmarks;

/**
 * How a cache is configured, in terms that every subject can translate. All caches hold references,
 * not copies.
 *
 * @param bounded whether the cache has a maximum number of entries; it is large enough that nothing
 *     is evicted
 * @param statistics whether hits, misses and puts are counted
 * @param near whether the cache is a near level on the heap over a Redis
 * @param use what is called
 */
record CacheShape(boolean bounded, Lifespan lifespan, boolean statistics, boolean near, Use use) {
  /** Unbounded, eternal, nothing counted, on the heap alone. */
  static final CacheShape PLAIN = new CacheShape(false, Lifespan.ETERNAL, false, false, Use.CACHE);

  /** What is called, of what lies over a cache. */
  enum Use {
    /** The cache itself. */
    CACHE,
    /** A function whose results it holds, by keys made of its argument. */
    FUNCTION,
    /** A mirror of the value that a background task keeps in it. */
    MIRROR
  }

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
    return new CacheShape(true, lifespan, statistics, near, use);
  }

  CacheShape expiring(Lifespan next) {
    return new CacheShape(bounded, next, statistics, near, use);
  }

  CacheShape counting() {
    return new CacheShape(bounded, lifespan, true, near, use);
  }

  CacheShape asNear() {
    return new CacheShape(bounded, lifespan, statistics, true, use);
  }

  CacheShape asFunction() {
    return new CacheShape(bounded, lifespan, statistics, near, Use.FUNCTION);
  }

  CacheShape asMirror() {
    return new CacheShape(bounded, lifespan, statistics, near, Use.MIRROR);
  }
}
