package org.cairncache.redis;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.cairncache.testkit.redis.RedisCluster;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Redis store keeps every promise of the corner suite on a Cluster. Every day the TCK runs
 * there; the suite would double the time of this module.
 */
@EnabledIfSystemProperty(named = "nightly", matches = "true")
final class RedisClusterCornersTest extends CornerSuite {
  @TempDir Path directory;

  @Override
  protected CacheEnvironment environment() {
    RedisCluster cluster = RedisCluster.shared();
    cluster.flushAll();
    return new ConfiguredEnvironment(directory, cluster.uri(), "command-timeout = 5s");
  }
}
