package org.cairncache.benchmarks.redis;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A client of Redis that is measured. Thread-safe, but for the increments with WATCH. */
interface RedisSubject extends AutoCloseable {
  /** What raw Lettuce, Cairn and Redisson are called. */
  enum Kind {
    LETTUCE("raw Lettuce"),
    LETTUCE_WATCH("with WATCH"),
    CAIRN("Cairn"),
    REDISSON("Redisson JCache");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What tables call it. */
    String label() {
      return label;
    }
  }

  /**
   * Connects.
   *
   * @param server {@code redis://host:port}
   */
  static RedisSubject open(Kind kind, URI server) throws IOException {
    return switch (kind) {
      case LETTUCE -> new RawLettuce(server, false);
      case LETTUCE_WATCH -> new RawLettuce(server, true);
      case CAIRN -> JCacheRedis.cairn(server);
      case REDISSON -> JCacheRedis.redisson(server);
    };
  }

  byte[] get(String key);

  void put(String key, byte[] value);

  Map<String, byte[]> getAll(Set<String> keys);

  void putAll(Map<String, byte[]> entries);

  void setCounter(String key, long value);

  /** Adds one, losing none of what others add, and returns the sum. */
  long increment(String key);

  @Override
  void close();
}
