package org.cairncache.jcache;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import javax.cache.management.CacheStatisticsMXBean;
import org.cairncache.jcache.Counters.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Counts what JSR-107 section 12.4 asks for. Every operation is counted; of the times, which cost
 * more than a get, only the first {@value Counters#ALWAYS_TIMED} of a thread and then one in
 * {@value Counters#TIMED_ONE_IN} are taken, and the averages are over those. Thread-safe.
 */
final class Statistics implements CacheStatisticsMXBean {
  /** What {@link #start()} answers where this operation is not timed. */
  static final long NOT_TIMED = Long.MIN_VALUE;

  private volatile Counters counters = new Counters();
  private final Timing gets = new Timing();
  private final Timing putTimes = new Timing();
  private final Timing removeTimes = new Timing();
  private volatile boolean enabled;
  // Of threads without a cell.
  private volatile boolean warm;
  private final LongAdder starts = new LongAdder();

  boolean isEnabled() {
    return enabled;
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * Where to count the operation that begins now, if it is one of the many that are not timed: the
   * short way, for those that cost as little as counting them. Null where {@link #start()} says how
   * it is counted.
   */
  Counters.@Nullable Cell untimed() {
    Counters.Cell own = counters.own();
    return own == null || own.isTimed() ? null : own;
  }

  /** The nanosecond at which an operation starts, or {@link #NOT_TIMED}. */
  long start() {
    return enabled && takeTime() ? System.nanoTime() : NOT_TIMED;
  }

  private boolean takeTime() {
    Counters.Cell own = counters.own();
    if (own != null) {
      return own.takeTime();
    }
    if (warm) {
      return ThreadLocalRandom.current().nextInt(Counters.TIMED_ONE_IN) == 0;
    }
    starts.increment();
    warm = starts.sum() >= Counters.ALWAYS_TIMED;
    return true;
  }

  void hit(long start) {
    if (enabled) {
      counters.add(Kind.HIT);
      gets.add(start);
    }
  }

  void miss(long start) {
    if (enabled) {
      counters.add(Kind.MISS);
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
      counters.add(Kind.PUT, count);
      putTimes.add(start);
    }
  }

  void removal(long start) {
    if (enabled) {
      counters.add(Kind.REMOVAL);
      removeTimes.add(start);
    }
  }

  void evicted(int entries) {
    if (enabled) {
      counters.add(Kind.EVICTION, entries);
    }
  }

  @Override
  public void clear() {
    counters = new Counters(); // a cell is nobody else's to write to
    gets.reset();
    putTimes.reset();
    removeTimes.reset();
    starts.reset();
    warm = false;
  }

  @Override
  public long getCacheHits() {
    return counters.sum(Kind.HIT);
  }

  @Override
  public float getCacheHitPercentage() {
    return percentage(getCacheHits());
  }

  @Override
  public long getCacheMisses() {
    return counters.sum(Kind.MISS);
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
    return counters.sum(Kind.PUT);
  }

  @Override
  public long getCacheRemovals() {
    return counters.sum(Kind.REMOVAL);
  }

  @Override
  public long getCacheEvictions() {
    return counters.sum(Kind.EVICTION);
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
