package org.cairncache.benchmarks.scaling;

import java.time.InstantSource;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Stored;

/**
 * A near level in Redis over a bucket that decides, and what either is asked, as the real levels
 * ask it ({@code ChainRequestsTest}). For one thread.
 */
final class RedisOverBucket implements Medium {
  private final RedisLevel redis;
  private final InstantSource clock;
  private Requests requests = Requests.NONE;

  RedisOverBucket(RedisLevel redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /**
   * What was asked.
   *
   * @param nearMisses reads that reached Redis
   * @param redisHits those that it answered alone
   * @param commands that Redis was sent
   * @param bucketGets GET of the bucket, with a value or as 304
   * @param bucketPuts PUT of the bucket
   */
  record Requests(
      long nearMisses, long redisHits, long commands, long bucketGets, long bucketPuts) {
    static final Requests NONE = new Requests(0, 0, 0, 0, 0);

    Requests plus(long misses, long hits, long commands, long gets, long puts) {
      return new Requests(
          nearMisses + misses,
          redisHits + hits,
          this.commands + commands,
          bucketGets + gets,
          bucketPuts + puts);
    }
  }

  @Override
  public Stored<Long> read(int key) {
    long now = clock.millis();
    if (redis.read(key, now) == RedisLevel.Found.GOOD) {
      requests = requests.plus(1, 1, ChainCommands.HIT, 0, 0);
    } else {
      redis.keep(key, now);
      requests = requests.plus(1, 0, ChainCommands.FILL, 1, 0);
    }
    return new SimulatedEntry(0);
  }

  @Override
  public Stored<Long> write(int key, InvalidationListener<? super Integer> writer) {
    redis.forget(key);
    requests = requests.plus(0, 0, ChainCommands.WRITE, 0, 1);
    return new SimulatedEntry(0);
  }

  Requests requests() {
    return requests;
  }

  /** Begins to count anew. */
  void reset() {
    requests = Requests.NONE;
  }
}
