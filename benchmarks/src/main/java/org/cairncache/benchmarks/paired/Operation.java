package org.cairncache.benchmarks.paired;

/** What is done once per key, for subjects of both interfaces. */
public enum Operation {
  /** A lookup of a key that is present. */
  GET(JCacheGet.class, CaffeineGet.class),
  /** A lookup of a key that is absent. */
  GET_MISS(JCacheGet.class, CaffeineGet.class),
  /** A call of a cached function whose result is there, by a key made of its argument. */
  CALL(FunctionCall.class, CaffeineTextGet.class),
  /** An unconditional write over an entry that is present. */
  PUT(JCachePut.class, CaffeinePut.class),
  /** An atomic read, increment and write of an entry that is present. */
  INCREMENT(JCacheIncrement.class, CaffeineIncrement.class);

  private final Class<? extends Loop> jcache;
  private final Class<? extends Loop> caffeine;

  Operation(Class<? extends Loop> jcache, Class<? extends Loop> caffeine) {
    this.jcache = jcache;
    this.caffeine = caffeine;
  }

  /** The loop over {@code javax.cache.Cache}. */
  public Class<? extends Loop> onJCache() {
    return jcache;
  }

  /** The loop over Caffeine's own {@code Cache}. */
  public Class<? extends Loop> onCaffeine() {
    return caffeine;
  }
}
