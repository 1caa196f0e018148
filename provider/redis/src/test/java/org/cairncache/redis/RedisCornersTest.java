package org.cairncache.redis;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.io.TempDir;

/** The Redis store keeps every promise of the corner suite. */
final class RedisCornersTest extends CornerSuite {
  @TempDir Path directory;

  @Override
  protected CacheEnvironment environment() {
    Redis redis = Redis.shared();
    redis.flushAll();
    return new RedisEnvironment(directory, redis.uri());
  }
}
