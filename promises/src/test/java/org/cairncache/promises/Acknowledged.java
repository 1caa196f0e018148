package org.cairncache.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/** When the writes of one process were acknowledged, by {@link HostClock}. Thread-safe. */
final class Acknowledged {
  private static final long NEVER = Long.MAX_VALUE;

  // By the value, which grows, the time.
  private final List<NavigableMap<Long, Long>> puts = new ArrayList<>();
  // By the time when it began, the one when it was done.
  private final NavigableMap<Long, Long> flushes = new ConcurrentSkipListMap<>();

  Acknowledged() {
    IntStream.range(0, NearReader.KEYS).forEach(key -> puts.add(new ConcurrentSkipListMap<>()));
  }

  void put(int key, long value) {
    puts.get(key).put(value, HostClock.micros());
  }

  /** All entries were deleted. */
  void flushed(long begunMicros) {
    flushes.put(begunMicros, HostClock.micros());
  }

  /** How many puts were. */
  int count() {
    return puts.stream().mapToInt(NavigableMap::size).sum();
  }

  /** When the value was; nothing of one that never was. */
  OptionalLong micros(int key, long value) {
    Long time = puts.get(key).get(value);
    return time == null ? OptionalLong.empty() : OptionalLong.of(time);
  }

  /** From when on nobody should be given what was seen. */
  long outdatedMicros(Sighting seen) {
    if (seen.value() == NearReader.NOTHING) {
      return NEVER;
    }
    var next = puts.get(seen.key()).higherEntry(seen.value());
    long outdated = next == null ? NEVER : next.getValue();
    Long put = puts.get(seen.key()).get(seen.value());
    var flush = put == null ? null : flushes.higherEntry(put);
    return flush == null ? outdated : Math.min(outdated, flush.getValue());
  }
}
