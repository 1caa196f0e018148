package org.cairncache.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.RedisCommand;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Sends writes and asks how many replicas have them, over connections that other commands use as
 * well. Thread-safe.
 */
final class Confirmations {
  private final RedisSettings settings;
  private final ConcurrentMap<StatefulRedisConnection<byte[], byte[]>, Confirmer> confirmers =
      new ConcurrentHashMap<>();

  Confirmations(RedisSettings settings) {
    this.settings = settings;
  }

  /**
   * Sends writes, in this order, which fail by themselves if they cannot be sent.
   *
   * @return how many replicas have what they wrote; fails if the connection was lost before the
   *     answer, since the next one cannot know
   */
  CompletableFuture<Long> send(
      StatefulRedisConnection<byte[], byte[]> connection,
      List<? extends RedisCommand<byte[], byte[], ?>> writes) {
    return confirmers
        .computeIfAbsent(connection, one -> new Confirmer(one, settings, confirmers::remove))
        .send(writes);
  }
}
