package org.cairncache.benchmarks.growth;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.cairncache.benchmarks.paired.LiveHeap;
import org.cairncache.benchmarks.paired.Workload;

/** Fills a cache on the heap, asks it, and empties it in every way. For one thread. */
final class MemoryTrial {
  private static final int SAMPLE = 1_000_000;
  private static final int FEW = 10_000;
  private static final int WARM_UPS = 30;
  private static final long SEED = 42;

  private final IntFunction<MemoryCache> maker;
  private final int entries;
  private final Readings readings;
  private final Object[] keys;
  private final Object[] values;

  MemoryTrial(IntFunction<MemoryCache> maker, int entries, Readings readings) {
    this.maker = maker;
    this.entries = entries;
    this.readings = readings;
    this.keys = Workload.keys(entries, SEED);
    this.values = Workload.values(entries);
  }

  void run() {
    warmUp();
    long before = LiveHeap.bytes();
    MemoryCache cache = maker.apply(entries);
    readings.time(Reading.PUT, () -> fill(cache, entries));
    ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS);
    readings.note(Reading.BYTES, (double) (LiveHeap.bytes() - before) / entries);
    int times = Math.min(entries, SAMPLE);
    readings.repeat(Reading.PUT_OVER, times, i -> cache.put(equal(i), values[i]));
    readings.repeat(Reading.GET, times, i -> Expected.present(cache.get(equal(i))));
    readings.time(Reading.ITERATE, Reading.ITERATE_ALLOCATES, () -> iterate(cache, entries));
    readings.note(Reading.ITERATE_HOLDS, Expected.heldHalfWay(cache.iterator(), entries));
    readings.time(Reading.CLEAR, Reading.CLEAR_ALLOCATES, cache::clear);
    Expected.count(0, cache.iterator());
    fill(cache, entries);
    readings.progress("sweep");
    Sweep sweep = cache.sweep(entries);
    if (sweep != null) {
      sweep.note(readings);
      Expected.count(0, cache.iterator());
    }
    pauses(cache, sweep != null);
    fill(cache, entries);
    readings.time(Reading.CLOSE, cache::close);
  }

  private void warmUp() {
    int few = Math.min(entries, FEW);
    for (int i = 0; i < WARM_UPS; i++) {
      MemoryCache cache = maker.apply(few);
      fill(cache, few);
      for (int k = 0; k < few; k++) {
        cache.put(keys[k], values[k]);
        Expected.present(cache.get(keys[k]));
      }
      iterate(cache, few);
      cache.clear();
      cache.close();
    }
  }

  private void fill(MemoryCache cache, int count) {
    for (int i = 0; i < count; i++) {
      cache.put(keys[i], values[i]);
    }
  }

  /** A key far from the one before; equal to one that was put, and another object. */
  private Object equal(int i) {
    Long key = (Long) keys[(int) (i * 0x9E3779B1L % entries)];
    return Long.sum(key, 0);
  }

  private static void iterate(MemoryCache cache, int expected) {
    Expected.count(expected, cache.iterator());
  }

  private void pauses(MemoryCache cache, boolean sweeps) {
    readings.progress("longest get");
    readings.note(Reading.PAUSE_ALONE, during(cache, this::pass));
    readings.note(Reading.PAUSE_ITERATE, during(cache, () -> iterate(cache, entries)));
    readings.note(Reading.PAUSE_CLEAR, during(cache, cache::clear));
    if (sweeps) {
      readings.note(Reading.PAUSE_SWEEP, during(cache, () -> cache.sweep(entries)));
    }
  }

  /** The longest get meanwhile, after the cache is filled; the middle one of three, as a rule. */
  private double during(MemoryCache cache, Runnable work) {
    DoubleSupplier once =
        () -> {
          fill(cache, entries);
          return LongestGet.millisDuring(cache::get, keys, work);
        };
    int times = entries < FEW || entries > SAMPLE ? 1 : 3;
    return LongestGet.median(DoubleStream.generate(once).limit(times).toArray());
  }

  /** A second; less where there are few entries. */
  private void pass() {
    try {
      TimeUnit.MICROSECONDS.sleep(Math.min(entries * 100L, 1_000_000));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
