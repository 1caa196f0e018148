package org.cairncache.benchmarks.paired;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.benchmarks.paired.CacheShape.Lifespan;

/**
 * The JDK's map where it holds an object with a deadline for each value, as whoever keeps deadlines
 * beside a map must: what such a hit costs if nothing else is done for it.
 */
final class EntryMap implements Subject {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** What the map holds. */
  record Dated(Object value, long expiresAtMillis) {}

  @Override
  public String id() {
    return "map-entries";
  }

  @Override
  public String label() {
    return "map of entries";
  }

  @Override
  public String artifact() {
    return Subject.artifactOf(ConcurrentHashMap.class);
  }

  @Override
  public OpenCache open(CacheShape shape, int entries) {
    boolean dated = shape.lifespan() != Lifespan.ETERNAL || shape.near();
    CacheShape rest = shape.expiring(Lifespan.ETERNAL);
    if (!dated || !(rest.equals(CacheShape.PLAIN) || rest.equals(CacheShape.PLAIN.asNear()))) {
      throw new UnsupportedOperationException("is a map of entries with a deadline");
    }
    long deadline = System.currentTimeMillis() + HOUR;
    var map = new ConcurrentHashMap<Object, Object>();
    return new OpenCache(map, (key, value) -> map.put(key, new Dated(value, deadline)), map::clear);
  }

  @Override
  public Class<? extends Loop> loopFor(Operation operation) {
    if (operation != Operation.GET) {
      throw new UnsupportedOperationException("has nothing like it");
    }
    return EntryMapGet.class;
  }
}
