package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Caffeine through its own interface: what every ratio is relative to. Deadlines are its native
 * fixed expiry, counters its own; it always holds references.
 */
final class RawCaffeine implements Subject {
  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public String id() {
    return "raw";
  }

  @Override
  public String label() {
    return "raw Caffeine";
  }

  @Override
  public String artifact() {
    return Subject.artifactOf(Caffeine.class);
  }

  @Override
  public OpenCache open(CacheShape shape, int entries) {
    Caffeine<Object, Object> builder = Caffeine.newBuilder();
    if (shape.bounded()) {
      builder.maximumSize(shape.maximum(entries));
    }
    if (shape.statistics()) {
      builder.recordStats();
    }
    switch (shape.lifespan()) {
      case ETERNAL -> {}
      case CREATED -> builder.expireAfterWrite(HOUR);
      case ACCESSED -> builder.expireAfterAccess(HOUR);
    }
    Cache<Object, Object> cache = builder.build();
    return new OpenCache(
        cache,
        shape.function() ? (key, value) -> cache.put(CaffeineTextGet.key(key), value) : cache::put,
        cache::invalidateAll);
  }

  @Override
  public Class<? extends Loop> loopFor(Operation operation) {
    return operation.onCaffeine();
  }
}
