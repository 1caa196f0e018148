package org.cairncache.examples.allstores;

import org.cairncache.testkit.gcs.GcsServer;
import org.cairncache.testkit.redis.RedisServer;
import org.cairncache.testkit.s3.S3Server;

/** A server of each kind, on loopback, until they are closed. */
record Servers(RedisServer redis, S3Server s3, GcsServer gcs) implements AutoCloseable {
  static final String BUCKET = "bucket";

  static Servers start() {
    return new Servers(RedisServer.start(), S3Server.start(BUCKET), GcsServer.start(BUCKET));
  }

  @Override
  public void close() {
    gcs.close();
    s3.close();
    redis.close();
  }
}
