package org.cairncache.benchmarks.paired;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The JDK's map: what an entry costs where there is no cache around it. */
final class RawMap implements Subject {
  private static final Map<Operation, Class<? extends Loop>> LOOPS =
      new EnumMap<>(
          Map.of(
              Operation.GET, MapGet.class,
              Operation.GET_MISS, MapGet.class,
              Operation.PUT, MapPut.class,
              Operation.INCREMENT, MapIncrement.class,
              Operation.GET_ALL, MapGetAll.class,
              Operation.PUT_ALL, MapPutAll.class));

  @Override
  public String id() {
    return "map";
  }

  @Override
  public String label() {
    return "ConcurrentHashMap";
  }

  @Override
  public String artifact() {
    return Subject.artifactOf(ConcurrentHashMap.class);
  }

  @Override
  public OpenCache open(CacheShape shape, int entries) {
    if (!shape.equals(CacheShape.PLAIN)) {
      throw new UnsupportedOperationException("is a map and no cache");
    }
    var map = new ConcurrentHashMap<>();
    return new OpenCache(map, map::put, map::clear);
  }

  @Override
  public Class<? extends Loop> loopFor(Operation operation) {
    Class<? extends Loop> loop = LOOPS.get(operation);
    if (loop == null) {
      throw new UnsupportedOperationException("has nothing like it");
    }
    return loop;
  }
}
