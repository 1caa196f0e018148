package org.cairncache.benchmarks.paired;

import java.time.Duration;
import org.cairncache.benchmarks.paired.CacheShape.Lifespan;
import org.cairncache.testkit.redis.Redis;
import org.redisson.Redisson;
import org.redisson.api.RLocalCachedMap;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.LocalCachedMapOptions;
import org.redisson.client.codec.LongCodec;
import org.redisson.config.Config;

/**
 * Redisson's {@link RLocalCachedMap} over a Redis, near hits only. Its settings are the fastest for
 * reads of those that its page "Local cache" documents: keyed by the object itself and not by the
 * hash of its encoding, which its own near map alone can and Caffeine's cannot; changes of others
 * take entries away.
 */
final class RedissonNear implements Subject {
  @Override
  public String id() {
    return "redisson-near";
  }

  @Override
  public String label() {
    return "RLocalCachedMap";
  }

  @Override
  public String artifact() {
    return Subject.artifactOf(RLocalCachedMap.class);
  }

  @Override
  public OpenCache open(CacheShape shape, int entries) {
    if (!shape.near() || shape.statistics() || shape.lifespan() == Lifespan.ACCESSED) {
      throw new UnsupportedOperationException("near hits alone");
    }
    Config config = new Config();
    config.useSingleServer().setAddress(Redis.shared().uri().toString());
    RedissonClient client = Redisson.create(config);
    RLocalCachedMap<Object, Object> map = client.getLocalCachedMap(options(shape, entries));
    return new OpenCache(
        map,
        map::fastPut,
        () -> {
          map.delete();
          client.shutdown();
        });
  }

  private static LocalCachedMapOptions<Object, Object> options(CacheShape shape, int entries) {
    LocalCachedMapOptions<Object, Object> options =
        LocalCachedMapOptions.<Object, Object>name("benchmark-near")
            .codec(LongCodec.INSTANCE)
            .cacheProvider(LocalCachedMapOptions.CacheProvider.REDISSON)
            .syncStrategy(LocalCachedMapOptions.SyncStrategy.INVALIDATE)
            .reconnectionStrategy(LocalCachedMapOptions.ReconnectionStrategy.CLEAR)
            .useObjectAsCacheKey(true);
    if (shape.bounded()) {
      options
          .evictionPolicy(LocalCachedMapOptions.EvictionPolicy.LRU)
          .cacheSize((int) CacheShape.capacityFor(entries));
    }
    return shape.lifespan() == Lifespan.CREATED ? options.timeToLive(Duration.ofHours(1)) : options;
  }

  @Override
  public Class<? extends Loop> loopFor(Operation operation) {
    if (operation != Operation.GET) {
      throw new UnsupportedOperationException("near hits alone");
    }
    return RedissonGet.class;
  }
}
