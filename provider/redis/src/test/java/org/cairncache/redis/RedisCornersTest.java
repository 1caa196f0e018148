package org.cairncache.redis;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
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
    // A busy machine must not turn a slow answer into a miss.
    return new ConfiguredEnvironment(directory, redis.uri(), "command-timeout = 5s");
  }
}
