package org.cairncache.tck;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.cairncache.testkit.gcs.GcsServer;
import org.cairncache.testkit.redis.Redis;
import org.cairncache.testkit.redis.RedisCluster;
import org.cairncache.testkit.s3.S3Server;

/** The servers on which caches keep their entries; they end with this JVM. */
final class TckServers {

  /** The environment variable by which a configuration names its server, a URI. */
  private static final String SERVER = "TCK_SERVER";

  private static final Lock REDIS = new ReentrantLock();

  private TckServers() {}

  /** What a run against the subject holds: its server is nobody else's meanwhile. */
  static Lock lockOf(TckSubject subject) {
    return switch (subject.name()) {
      case "redis", "chain" -> REDIS;
      default -> new ReentrantLock();
    };
  }

  /**
   * What the TCK's JVM must be told to find the subject's server, which is empty then. One without
   * a server needs nothing.
   */
  static Map<String, String> environment(TckSubject subject) {
    return switch (subject.name()) {
      case "redis", "chain" -> Map.of(SERVER, redis().toString());
      case "redis-cluster" -> Map.of(SERVER, cluster().toString());
      case "s3", "chain-3" ->
          Map.of(
              SERVER,
              S3Server.start("tck").uri().toString(),
              "AWS_ACCESS_KEY_ID",
              "key",
              "AWS_SECRET_ACCESS_KEY",
              "secret");
      case "gcs" -> Map.of(SERVER, GcsServer.start("tck").uri().toString());
      default -> Map.of();
    };
  }

  private static URI redis() {
    Redis redis = Redis.shared();
    redis.flushAll();
    return redis.uri();
  }

  private static URI cluster() {
    RedisCluster cluster = RedisCluster.shared();
    cluster.flushAll();
    return cluster.uri();
  }
}
