package org.cairncache.benchmarks.paired;

/** What is done by one call, for subjects of both interfaces. */
public enum Operation {
  /** A lookup of a key that is present. */
  GET(JCacheGet.class, CaffeineGet.class),
  /** A lookup of a key that is absent. */
  GET_MISS(JCacheGet.class, CaffeineGet.class),
  /** A lookup of a key that is absent and whose value is loaded; nobody asked for it before. */
  LOAD(JCacheLoad.class, CaffeineLoad.class),
  /** A call of a cached function whose result is there, by a key made of its argument. */
  CALL(FunctionCall.class, CaffeineTextGet.class),
  /** An unconditional write over an entry that is present. */
  PUT(JCachePut.class, CaffeinePut.class),
  /** Three lookups, then a write, of entries that are present. */
  MIX(JCacheMix.class, CaffeineMix.class),
  /** An atomic read, increment and write of an entry that is present. */
  INCREMENT(JCacheIncrement.class, CaffeineIncrement.class),
  /** A lookup of many keys, which are present. */
  GET_ALL(JCacheGetAll.class, CaffeineGetAll.class),
  /** An unconditional write over many entries, which are present. */
  PUT_ALL(JCachePutAll.class, CaffeinePutAll.class);

  private static final int BATCH = 50;

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

  /** How many keys one call is about. */
  public int keysPerCall() {
    return this == GET_ALL || this == PUT_ALL ? BATCH : 1;
  }
}
