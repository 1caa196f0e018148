package org.cairncache.benchmarks.hits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.paired.Lookups;

/**
 * Raw Caffeine that is not told of every hit: what it would cost to save the record. Not
 * thread-safe.
 */
final class Sampled implements Lookups {
  private final Cache<Object, Object> cache;
  private final Policy<Object, Object> policy;
  private final int one;
  private int hits;

  private Sampled(int size, int one) {
    cache = Caffeine.newBuilder().maximumSize(size).build();
    policy = cache.policy();
    this.one = one;
  }

  /** Records one of so many hits; none if it is 0. */
  static Contender recording(int one) {
    return new Contender(
        "raw-" + one,
        one == 0 ? "raw Caffeine, no hit recorded" : "raw Caffeine, 1 of " + one + " hits recorded",
        size -> new Sampled(size, one));
  }

  @Override
  public boolean hit(Object key) {
    boolean hit =
        (isRecorded() ? cache.getIfPresent(key) : policy.getIfPresentQuietly(key)) != null;
    if (hit) {
      hits++;
    } else {
      cache.put(key, key);
    }
    return hit;
  }

  private boolean isRecorded() {
    return one > 0 && hits % one == 0;
  }
}
