package org.cairncache.redis;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.cairncache.testkit.redis.RedisSentinels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Redis store keeps every promise of the corner suite on Sentinel. It is one server as
 * elsewhere, found otherwise, so {@link SentinelTest} is enough for every day.
 */
@EnabledIfSystemProperty(named = "nightly", matches = "true")
final class RedisSentinelCornersTest extends CornerSuite {
  private static RedisSentinels sentinels;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    sentinels = RedisSentinels.start();
  }

  @AfterAll
  static void end() {
    sentinels.close();
  }

  @Override
  protected CacheEnvironment environment() {
    sentinels.primary().flushAll();
    return new ConfiguredEnvironment(directory, sentinels.uri(), "command-timeout = 5s");
  }
}
