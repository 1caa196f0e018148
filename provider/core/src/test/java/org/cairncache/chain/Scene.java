package org.cairncache.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cairncache.spi.CoarseClock;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TinyStore;
import org.jspecify.annotations.Nullable;

/** One key in a near level and in the far one, whose every state has a number. For one thread. */
final class Scene {
  static final String KEY = "key";

  private static final InstantSource CLOCK = () -> Instant.EPOCH;
  private static final CoarseClock COARSE = CoarseClock.exact(CLOCK);
  private static final Duration TTL = Duration.ofHours(1);

  private final TinyStore<String, Integer> far = new TinyStore<>();
  private int number;

  final ConcurrentMap<String, NearEntry<Integer>> near = new ConcurrentHashMap<>();
  final Level<String, Integer> level =
      new Level<>(new HeapNear<>(near, TTL.toMillis()), far, TTL, CLOCK, COARSE);

  /** A state of the far level; an entry's value is the number of the state that it began. */
  record Version(int number, @Nullable Stored<Integer> entry) {}

  /** Begins with an entry in the far level. */
  Scene() {
    far.put(KEY, 0, Lifetime.ETERNAL);
  }

  Version version() {
    return new Version(number, far.get(KEY));
  }

  Version write() {
    number++;
    return new Version(number, far.put(KEY, number, Lifetime.ETERNAL));
  }

  Version remove() {
    number++;
    far.remove(KEY);
    return new Version(number, null);
  }
}
