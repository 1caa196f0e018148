package org.cairncache.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cairncache.benchmarks.scaling.RedisLevel.Found;
import org.junit.jupiter.api.Test;

class RedisLevelTest {
  private static final int KEYS = 20_000;
  private static final int CAPACITY = 2_000;
  private static final long TTL = 60_000;

  @Test
  void kept_isGoodForTheTtlThenOldAndGoneWhenForgotten() {
    RedisLevel redis = new RedisLevel(10, 5, 100, 42);
    assertThat(redis.read(3, 0)).isEqualTo(Found.NOTHING);
    redis.keep(3, 0);
    redis.keep(4, 0);
    assertThat(redis.read(3, 99)).isEqualTo(Found.GOOD);
    assertThat(redis.read(3, 100)).isEqualTo(Found.OLD);
    redis.forget(3);
    assertThat(redis.read(3, 99)).isEqualTo(Found.NOTHING);
    assertThat(redis.read(4, 99)).isEqualTo(Found.GOOD);
  }

  @Test
  void evicted_isWhatWasUsedLongAgo() {
    RedisLevel redis = new RedisLevel(KEYS, CAPACITY, TTL, 42);
    for (int key = 0; key < KEYS; key++) {
      redis.keep(key, key);
    }
    int kept = 0;
    int recent = 0;
    for (int key = 0; key < KEYS; key++) {
      boolean there = redis.read(key, KEYS) != Found.NOTHING;
      kept += there ? 1 : 0;
      recent += there && key >= KEYS - CAPACITY ? 1 : 0;
    }
    assertThat(kept).isEqualTo(CAPACITY);
    assertThat(recent).isGreaterThan(CAPACITY * 3 / 4);
  }

  @Test
  void filled_isAsAfterALongTime() {
    double perMilli = 2;
    RedisLevel filled = new RedisLevel(KEYS, CAPACITY, TTL, 42);
    filled.fill(new Ranks(KEYS, 0.9, 1), perMilli, 0);
    RedisLevel grown = new RedisLevel(KEYS, CAPACITY, TTL, 42);
    shares(grown, perMilli, -200_000, 200_000);
    double[] atOnce = shares(filled, perMilli, 0, 20_000);
    double[] afterLong = shares(grown, perMilli, 0, 20_000);
    assertThat(atOnce[0]).as("good").isCloseTo(afterLong[0], within(0.03));
    assertThat(atOnce[1]).as("old").isCloseTo(afterLong[1], within(0.03));
  }

  private static double[] shares(RedisLevel redis, double perMilli, long start, long millis) {
    Ranks ranks = new Ranks(KEYS, 0.9, start + 7);
    long calls = (long) (millis * perMilli);
    double[] shares = new double[2];
    for (long i = 0; i < calls; i++) {
      int key = ranks.next();
      long now = start + (long) (i / perMilli);
      Found found = redis.read(key, now);
      if (found != Found.GOOD) {
        redis.keep(key, now);
      }
      if (found != Found.NOTHING) {
        shares[found.ordinal()] += 1.0 / calls;
      }
    }
    return shares;
  }
}
