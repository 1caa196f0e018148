package org.cairncache.examples.chain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Tier;
import org.jspecify.annotations.Nullable;

/** A cache on levels, which tells of each call who served it. For one thread. */
final class Prices {
  private final Cache<String, String> cache;
  private final Answers answers;

  private Prices(Cache<String, String> cache, Answers answers) {
    this.cache = cache;
    this.answers = answers;
  }

  /**
   * Opens it.
   *
   * @param levels what the tiers are, the nearest first
   */
  static Prices open(CacheManager manager, String name, List<Level> levels, Tier... tiers) {
    Answers answers = new Answers(levels);
    Cache<String, String> cache =
        manager.createCache(
            name,
            CairnConfiguration.builder(String.class, String.class)
                .tiers(tiers)
                .observer(answers)
                .build());
    return new Prices(cache, answers);
  }

  Answer get(String key) {
    long start = begin();
    String value = cache.get(key);
    return end(start, value == null ? "-" : value);
  }

  Answer getAll(Set<String> keys) {
    long start = begin();
    Map<String, String> found = cache.getAll(keys);
    return end(start, found.size() + " found");
  }

  /** A put, which may fail. */
  Answer put(String key, String value) {
    long start = begin();
    CacheException failure = null;
    try {
      cache.put(key, value);
    } catch (CacheException e) {
      failure = e;
    }
    return written(System.nanoTime() - start, value, failure);
  }

  private static Answer written(long nanos, String value, @Nullable CacheException failure) {
    return failure == null
        ? new Answer(Served.WRITTEN, value, nanos)
        : new Answer(Served.REFUSED, "throws", nanos);
  }

  private long begin() {
    answers.take();
    return System.nanoTime();
  }

  private Answer end(long start, String value) {
    long nanos = System.nanoTime() - start;
    return new Answer(answers.take(), value, nanos);
  }
}
