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
   * @param bucketGets GET of the bucket
   * @param unchanged those of them that it answered by 304
   * @param bucketPuts PUT of the bucket
   */
  record Requests(
      long nearMisses,
      long redisHits,
      long commands,
      long bucketGets,
      long unchanged,
      long bucketPuts) {
    static final Requests NONE = new Requests(0, 0, 0, 0, 0, 0);
    private static final Requests HIT = new Requests(1, 1, ChainCommands.HIT, 0, 0, 0);
    private static final Requests ASKED = new Requests(1, 0, ChainCommands.FILL, 1, 1, 0);
    private static final Requests FETCHED = new Requests(1, 0, ChainCommands.FILL, 1, 0, 0);
    private static final Requests WRITTEN = new Requests(0, 0, ChainCommands.WRITE, 0, 0, 1);

    private Requests plus(Requests more) {
      return new Requests(
          nearMisses + more.nearMisses,
          redisHits + more.redisHits,
          commands + more.commands,
          bucketGets + more.bucketGets,
          unchanged + more.unchanged,
          bucketPuts + more.bucketPuts);
    }
  }

  @Override
  public Stored<Long> read(int key) {
    long now = clock.millis();
    RedisLevel.Found found = redis.read(key, now);
    if (found != RedisLevel.Found.GOOD) {
      redis.keep(key, now);
    }
    requests =
        requests.plus(
            switch (found) {
              case GOOD -> Requests.HIT;
              case OLD -> Requests.ASKED;
              case NOTHING -> Requests.FETCHED;
            });
    return new SimulatedEntry(0);
  }

  @Override
  public Stored<Long> write(int key, InvalidationListener<? super Integer> writer) {
    redis.forget(key);
    requests = requests.plus(Requests.WRITTEN);
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
