package org.cairncache.testkit.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The Redis of this JVM. Thread-safe. */
final class SharedRedis {
  private static final Logger LOG = System.getLogger(SharedRedis.class.getName());

  private static @Nullable Redis shared;

  private SharedRedis() {}

  static synchronized Redis get() {
    if (shared == null) {
      String given = System.getenv("CAIRN_REDIS_URI");
      shared = given == null ? RedisServer.start() : given(URI.create(given));
    }
    return shared;
  }

  private static Redis given(URI uri) {
    GivenRedis given = GivenRedis.at(uri);
    // The next JVM wants it empty.
    Running.untilTheEnd(given::flushAll);
    LOG.log(Level.INFO, "Tests use the Redis at {0}, as CAIRN_REDIS_URI says", given);
    return given;
  }
}
