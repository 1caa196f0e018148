package org.cairncache.benchmarks.paired;

/**
 * How a cache is configured, in terms that every subject can translate. All caches hold references,
 * not copies.
 *
 * @param bounded whether the cache has a maximum number of entries; it is large enough that nothing
 *     is evicted
 * @param statistics whether hits, misses and puts are counted
 * @param near whether the cache is a near level on the heap over a Redis
 * @param function whether it holds the results of a function, by keys made of its argument
 */
public record CacheShape(
    boolean bounded, Lifespan lifespan, boolean statistics, boolean near, boolean function) {
  /** Unbounded, eternal, nothing counted, on the heap alone. */
  public static final CacheShape PLAIN =
      new CacheShape(false, Lifespan.ETERNAL, false, false, false);

  /** What moves an entry's deadline. Deadlines are an hour away: nothing expires in a run. */
  public enum Lifespan {
    /** Entries have no deadline. */
    ETERNAL,
    /** One hour from creation: {@code CreatedExpiryPolicy}. */
    CREATED,
    /** One hour from the last access: {@code AccessedExpiryPolicy}. */
    ACCESSED
  }

  /** The maximum that a bounded cache of {@code entries} entries gets: a quarter more. */
  public static long capacityFor(int entries) {
    return entries + entries / 4L;
  }

  /** The same with a maximum. */
  public CacheShape asBounded() {
    return new CacheShape(true, lifespan, statistics, near, function);
  }

  CacheShape expiring(Lifespan next) {
    return new CacheShape(bounded, next, statistics, near, function);
  }

  /** The same with statistics. */
  public CacheShape counting() {
    return new CacheShape(bounded, lifespan, true, near, function);
  }

  CacheShape asNear() {
    return new CacheShape(bounded, lifespan, statistics, true, function);
  }

  CacheShape asFunction() {
    return new CacheShape(bounded, lifespan, statistics, near, true);
  }
}
