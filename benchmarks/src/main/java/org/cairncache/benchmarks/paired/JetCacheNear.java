package org.cairncache.benchmarks.paired;

import com.alicp.jetcache.Cache;
import com.alicp.jetcache.MultiLevelCacheBuilder;
import com.alicp.jetcache.embedded.CaffeineCacheBuilder;
import com.alicp.jetcache.redis.lettuce.RedisLettuceCacheBuilder;
import com.alicp.jetcache.support.JavaValueDecoder;
import com.alicp.jetcache.support.JavaValueEncoder;
import io.lettuce.core.RedisClient;
import java.util.concurrent.TimeUnit;
import org.cairncache.benchmarks.paired.CacheShape.Lifespan;
import org.cairncache.testkit.redis.Redis;

/**
 * JetCache's two levels, Caffeine over a Redis by Lettuce, near hits only. As its page "CacheAPI"
 * builds them, with what it documents as the fastest: Caffeine and not the linked map, keys and
 * values in Java serialization only where they leave the heap.
 */
final class JetCacheNear implements Subject {
  @Override
  public String id() {
    return "jetcache";
  }

  @Override
  public String label() {
    return "JetCache";
  }

  @Override
  public String artifact() {
    return Subject.artifactOf(Cache.class);
  }

  @Override
  public OpenCache open(CacheShape shape, int entries) {
    if (!shape.near() || shape.statistics() || shape.lifespan() == Lifespan.ACCESSED) {
      throw new UnsupportedOperationException("near hits alone");
    }
    RedisClient client = RedisClient.create(Redis.shared().uri().toString());
    Cache<Object, Object> near = near(shape, entries);
    Cache<Object, Object> far =
        RedisLettuceCacheBuilder.createRedisLettuceCacheBuilder()
            .redisClient(client)
            .keyPrefix("benchmark-jetcache:")
            .keyConvertor(key -> key)
            .valueEncoder(JavaValueEncoder.INSTANCE)
            .valueDecoder(JavaValueDecoder.INSTANCE)
            .expireAfterWrite(1, TimeUnit.HOURS)
            .buildCache();
    Cache<Object, Object> both =
        MultiLevelCacheBuilder.createMultiLevelCacheBuilder()
            .addCache(near, far)
            .expireAfterWrite(1, TimeUnit.HOURS)
            .buildCache();
    return new OpenCache(both, both::put, client::shutdown);
  }

  // It holds 100 entries unless told otherwise, and none for ever.
  private static Cache<Object, Object> near(CacheShape shape, int entries) {
    return CaffeineCacheBuilder.createCaffeineCacheBuilder()
        .limit(shape.bounded() ? (int) CacheShape.capacityFor(entries) : Integer.MAX_VALUE)
        .expireAfterWrite(1, TimeUnit.HOURS)
        .buildCache();
  }

  @Override
  public Class<? extends Loop> loopFor(Operation operation) {
    if (operation != Operation.GET) {
      throw new UnsupportedOperationException("near hits alone");
    }
    return JetCacheGet.class;
  }
}
