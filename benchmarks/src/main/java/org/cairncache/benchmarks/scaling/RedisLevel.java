package org.cairncache.benchmarks.scaling;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A Redis that keeps so many entries and evicts as Redis does with {@code allkeys-lru}: of five
 * keys by chance the one that was not used for the longest time. It begins as full as it would be
 * after a long time. Keys are ranks; times are milliseconds. For one thread.
 */
final class RedisLevel {
  private static final int SAMPLES = 5;
  private static final int NONE = -1;

  private final int[] slotOfKey;
  private final int[] keyOfSlot;
  private final long[] lastUse;
  private final long[] goodUntil;
  private final long ttlMillis;
  private final SplittableRandom random;
  private int used;

  /** Empty. */
  RedisLevel(int keys, int capacity, long ttlMillis, long seed) {
    slotOfKey = new int[keys];
    Arrays.fill(slotOfKey, NONE);
    keyOfSlot = new int[Math.min(keys, capacity)];
    lastUse = new long[keyOfSlot.length];
    goodUntil = new long[keyOfSlot.length];
    this.ttlMillis = ttlMillis;
    random = new SplittableRandom(seed);
  }

  /** What a read finds. */
  enum Found {
    /** Something that may be gone by. */
    GOOD,
    /** Something that the level under it must be asked about. */
    OLD,
    /** Nothing. */
    NOTHING
  }

  Found read(int key, long now) {
    int slot = slotOfKey[key];
    if (slot == NONE) {
      return Found.NOTHING;
    }
    lastUse[slot] = now;
    return goodUntil[slot] > now ? Found.GOOD : Found.OLD;
  }

  /** Keeps the key, evicting another if there is no room. */
  void keep(int key, long now) {
    int slot = slotOfKey[key];
    if (slot == NONE) {
      slot = used < keyOfSlot.length ? used++ : evict();
      slotOfKey[key] = slot;
      keyOfSlot[slot] = key;
    }
    lastUse[slot] = now;
    goodUntil[slot] = now + ttlMillis;
  }

  /** Drops the key, as a marker does; the room that a marker takes is left out. */
  void forget(int key) {
    int slot = slotOfKey[key];
    if (slot != NONE) {
      used--;
      int last = keyOfSlot[used];
      keyOfSlot[slot] = last;
      lastUse[slot] = lastUse[used];
      goodUntil[slot] = goodUntil[used];
      slotOfKey[last] = slot;
      slotOfKey[key] = NONE;
    }
  }

  private int evict() {
    int oldest = random.nextInt(keyOfSlot.length);
    for (int i = 1; i < SAMPLES; i++) {
      int other = random.nextInt(keyOfSlot.length);
      oldest = lastUse[other] < lastUse[oldest] ? other : oldest;
    }
    slotOfKey[keyOfSlot[oldest]] = NONE;
    return oldest;
  }

  /**
   * Fills it as it would be after a long time: each key is there with the probability that it was
   * used within the time in which everything that is not used is evicted (Che's approximation).
   *
   * @param perMilli how often in a millisecond a key of the distribution is used
   */
  void fill(Ranks ranks, double perMilli, long now) {
    double window = window(ranks, perMilli);
    int step;
    for (int block = 0; block < slotOfKey.length; block += step) {
      step = Math.min(step(block), slotOfKey.length - block);
      double rate = perMilli * ranks.probability(block + step / 2.0 - 0.5);
      double there = -Math.expm1(-rate * window);
      // From one that is there to the next, without a look at those between.
      double skip = Math.log1p(-there);
      double at = block + Math.floor(Math.log1p(-random.nextDouble()) / skip);
      while (at < block + step && used < keyOfSlot.length) {
        fill((int) at, rate, there, now);
        at += 1 + Math.floor(Math.log1p(-random.nextDouble()) / skip);
      }
    }
  }

  private void fill(int key, double rate, double there, long now) {
    int slot = used++;
    slotOfKey[key] = slot;
    keyOfSlot[slot] = key;
    lastUse[slot] = now + (long) (Math.log1p(-there * random.nextDouble()) / rate);
    // A key is good for the ttl after it was asked for, and then old until it is read again.
    double cycle = ttlMillis + 1 / rate;
    goodUntil[slot] = now + ttlMillis - (long) (random.nextDouble() * cycle);
  }

  private double window(Ranks ranks, double perMilli) {
    double low = 0;
    double high = 1e15;
    for (int i = 0; i < 100; i++) {
      double middle = Math.sqrt((low + 1) * high);
      if (expected(ranks, perMilli, middle) < keyOfSlot.length) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  // How many keys are used within that time.
  private double expected(Ranks ranks, double perMilli, double window) {
    double sum = 0;
    int step;
    for (int block = 0; block < slotOfKey.length; block += step) {
      step = Math.min(step(block), slotOfKey.length - block);
      double rate = perMilli * ranks.probability(block + step / 2.0 - 0.5);
      sum += step * -Math.expm1(-rate * window);
    }
    return sum;
  }

  // Ranks so near to one another that they are used alike.
  private static int step(int rank) {
    return Math.max(1, rank / 100);
  }
}
