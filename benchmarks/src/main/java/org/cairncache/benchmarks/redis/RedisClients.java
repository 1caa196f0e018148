package org.cairncache.benchmarks.redis;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One client of each kind, with a workload for each thread that will use it. */
final class RedisClients implements AutoCloseable {
  private final List<RedisSubject> open = new ArrayList<>();
  private final Map<RedisSubject.Kind, List<RedisWorkload>> workloads =
      new EnumMap<>(RedisSubject.Kind.class);

  /**
   * Connects and fills the caches.
   *
   * @param server {@code redis://host:port}
   */
  RedisClients(URI server, int threads) throws IOException {
    for (RedisSubject.Kind kind : RedisSubject.Kind.values()) {
      RedisSubject subject = RedisSubject.open(kind, server);
      open.add(subject);
      List<RedisWorkload> own = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        own.add(new RedisWorkload(subject));
      }
      workloads.put(kind, own);
    }
  }

  /** What one thread does with the client. */
  RedisWorkload of(RedisSubject.Kind kind, int thread) {
    return Objects.requireNonNull(workloads.get(kind)).get(thread);
  }

  @Override
  public void close() {
    open.forEach(RedisSubject::close);
  }
}
