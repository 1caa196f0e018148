package org.cairncache.benchmarks.paired;

/**
 * How a cache is configured, in terms that every subject can translate.
 *
 * @param bounded whether the cache has a maximum number of entries
 * @param statistics whether hits, misses and puts are counted
 * @param contents what it holds, and whether by reference
 * @param kind what it does beside holding entries
 */
public record CacheShape(
    boolean bounded, Lifespan lifespan, boolean statistics, Contents contents, Kind kind) {
  /** Unbounded, eternal, nothing counted, on the heap alone, by reference. */
  public static final CacheShape PLAIN =
      new CacheShape(false, Lifespan.ETERNAL, false, Contents.NUMBERS, Kind.HEAP);

  private static final int PART_WITH_ROOM = 10;

  /** What moves an entry's deadline. Deadlines are an hour away: nothing expires in a run. */
  public enum Lifespan {
    /** Entries have no deadline. */
    ETERNAL,
    /** One hour from creation: {@code CreatedExpiryPolicy}. */
    CREATED,
    /** One hour from the last access: {@code AccessedExpiryPolicy}. */
    ACCESSED
  }

  /** What a cache does beside holding entries. */
  public enum Kind {
    /** Nothing. */
    HEAP,
    /** It is a near level on the heap over a Redis. */
    NEAR,
    /** It holds the results of a function, by keys made of its argument. */
    FUNCTION,
    /** It loads what is absent from {@link Origin}, and has room for a tenth of the entries. */
    READ_THROUGH
  }

  /** The maximum that a bounded cache of {@code entries} entries gets: a quarter more. */
  public static long capacityFor(int entries) {
    return entries + entries / 4L;
  }

  /** The maximum of this cache, should it be bounded: nothing is evicted unless it loads. */
  long maximum(int entries) {
    return readThrough() ? Math.max(1, entries / PART_WITH_ROOM) : capacityFor(entries);
  }

  boolean near() {
    return kind == Kind.NEAR;
  }

  boolean function() {
    return kind == Kind.FUNCTION;
  }

  boolean readThrough() {
    return kind == Kind.READ_THROUGH;
  }

  /** The same with a maximum. */
  public CacheShape asBounded() {
    return new CacheShape(true, lifespan, statistics, contents, kind);
  }

  CacheShape expiring(Lifespan next) {
    return new CacheShape(bounded, next, statistics, contents, kind);
  }

  /** The same with statistics. */
  public CacheShape counting() {
    return new CacheShape(bounded, lifespan, true, contents, kind);
  }

  CacheShape holding(Contents next) {
    return new CacheShape(bounded, lifespan, statistics, next, kind);
  }

  CacheShape asNear() {
    return new CacheShape(bounded, lifespan, statistics, contents, Kind.NEAR);
  }

  CacheShape asFunction() {
    return new CacheShape(bounded, lifespan, statistics, contents, Kind.FUNCTION);
  }

  CacheShape asReadThrough() {
    return new CacheShape(true, lifespan, statistics, contents, Kind.READ_THROUGH);
  }
}
