package org.cairncache.redis;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.io.TempDir;

/** Memory over Redis keeps every promise of the corner suite. */
final class ChainCornersTest extends CornerSuite {
  @TempDir Path directory;

  @Override
  protected CacheEnvironment environment() {
    Redis redis = Redis.shared();
    redis.flushAll();
    return ConfiguredEnvironment.onTiers(
        directory,
        "{ store = \"memory:\" }, { store = \"" + redis.uri() + "\" }",
        "command-timeout = 5s");
  }
}
