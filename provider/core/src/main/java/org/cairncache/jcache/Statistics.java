package org.cairncache.jcache;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import javax.cache.management.CacheStatisticsMXBean;

/**
 * Counts what JSR-107 section 12.4 asks for. Every operation is counted; of the times, which cost
 * more than a get, only the first {@value #ALWAYS_TIMED} and then one in {@value #TIMED_ONE_IN} are
 * taken, and the averages are over those. Thread-safe.
 */
final class Statistics implements CacheStatisticsMXBean {
  /** What {@link #start()} answers where this operation is not timed. */
  static final long NOT_TIMED = Long.MIN_VALUE;

  private static final int TIMED_ONE_IN = 64;
  private static final int ALWAYS_TIMED = 64;

  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder puts = new LongAdder();
  private final LongAdder removals = new LongAdder();
  private final LongAdder evictions = new LongAdder();
  private final Timing gets = new Timing();
  private final Timing putTimes = new Timing();
  private final Timing removeTimes = new Timing();
  private volatile boolean enabled;
  private volatile boolean warm;
  private final LongAdder starts = new LongAdder();

  boolean isEnabled() {
    return enabled;
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** The nanosecond at which an operation starts, or {@link #NOT_TIMED}. */
  long start() {
    if (!enabled || (warm && ThreadLocalRandom.current().nextInt(TIMED_ONE_IN) != 0)) {
      return NOT_TIMED;
    }
    if (!warm) {
      starts.increment();
      warm = starts.sum() >= ALWAYS_TIMED;
    }
    return System.nanoTime();
  }

  void hit(long start) {
    if (enabled) {
      hits.increment();
      gets.add(start);
    }
  }

  void miss(long start) {
    if (enabled) {
      misses.increment();
      gets.add(start);
    }
  }

  void looked(Lookup lookup, long start) {
    switch (lookup) {
      case HIT -> hit(start);
      case MISS -> miss(start);
      case NONE -> {}
    }
  }

  void put(long start) {
    puts(1, start);
  }

  void puts(long count, long start) {
    if (enabled) {
      puts.add(count);
      putTimes.add(start);
    }
  }

  void removal(long start) {
    if (enabled) {
      removals.increment();
      removeTimes.add(start);
    }
  }

  void evicted(int entries) {
    if (enabled) {
      evictions.add(entries);
    }
  }

  @Override
  public void clear() {
    hits.reset();
    misses.reset();
    puts.reset();
    removals.reset();
    evictions.reset();
    gets.reset();
    putTimes.reset();
    removeTimes.reset();
    starts.reset();
    warm = false;
  }

  @Override
  public long getCacheHits() {
    return hits.sum();
  }

  @Override
  public float getCacheHitPercentage() {
    return percentage(getCacheHits());
  }

  @Override
  public long getCacheMisses() {
    return misses.sum();
  }

  @Override
  public float getCacheMissPercentage() {
    return percentage(getCacheMisses());
  }

  @Override
  public long getCacheGets() {
    return getCacheHits() + getCacheMisses();
  }

  @Override
  public long getCachePuts() {
    return puts.sum();
  }

  @Override
  public long getCacheRemovals() {
    return removals.sum();
  }

  @Override
  public long getCacheEvictions() {
    return evictions.sum();
  }

  @Override
  public float getAverageGetTime() {
    return gets.averageMicros();
  }

  @Override
  public float getAveragePutTime() {
    return putTimes.averageMicros();
  }

  @Override
  public float getAverageRemoveTime() {
    return removeTimes.averageMicros();
  }

  private float percentage(long part) {
    long all = getCacheGets();
    return all == 0 ? 0 : 100f * part / all;
  }

  /** The times of one kind of operation. */
  private static final class Timing {
    private final LongAdder nanos = new LongAdder();
    private final LongAdder samples = new LongAdder();

    void add(long start) {
      if (start != NOT_TIMED) {
        nanos.add(System.nanoTime() - start);
        samples.increment();
      }
    }

    float averageMicros() {
      long count = samples.sum();
      return count == 0 ? 0 : nanos.sum() / 1000f / count;
    }

    void reset() {
      nanos.reset();
      samples.reset();
    }
  }
}
