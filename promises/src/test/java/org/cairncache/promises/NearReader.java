package org.cairncache.promises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.StoreObserver;

/**
 * Reads all keys through a near level of its own, over and over, and notes what it saw when. Tells
 * what is there now when it is asked to, and in the end all that it noted.
 */
final class NearReader implements Part {
  static final int KEYS = 64;
  static final long NOTHING = 0;
  static final String SHOW = "show";
  static final String END = "end";

  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

  private final LevelCounts counts = new LevelCounts();
  private final List<Sighting> sightings = new ArrayList<>();
  private final long[] values = new long[KEYS];
  private final long[] first = new long[KEYS];
  private final long[] last = new long[KEYS];
  private volatile boolean over;

  static Cache<String, Long> cache(CacheManager manager, StoreObserver observer) {
    return manager.createCache(
        "near", CairnConfiguration.builder(String.class, Long.class).observer(observer).build());
  }

  static String key(int number) {
    return "key-" + number;
  }

  /** What is under all keys, in a line. */
  static String show(Cache<String, Long> cache) {
    return IntStream.range(0, KEYS)
        .mapToObj(key -> Long.toString(read(cache, key)))
        .collect(Collectors.joining(" "));
  }

  private static long read(Cache<String, Long> cache, int key) {
    Long value = cache.get(key(key));
    return value == null ? NOTHING : value;
  }

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    Cache<String, Long> cache = cache(manager, counts);
    Thread reading = new Thread(() -> readOn(cache), "reading");
    reading.setDaemon(true);
    reading.start();
    parent.say("reading");
    for (String line = parent.hear(); !line.equals(END); line = parent.hear()) {
      parent.say(show(cache));
    }
    over = true;
    reading.join();
    parent.say(counts.of(0) + " " + counts.of(1));
    sightings.forEach(sighting -> parent.say(sighting.toString()));
  }

  private void readOn(Cache<String, Long> cache) {
    Arrays.fill(values, -1);
    while (!over) {
      for (int key = 0; key < KEYS; key++) {
        long begun = HostClock.micros();
        note(key, read(cache, key), begun);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    for (int key = 0; key < KEYS; key++) {
      note(key, -1, HostClock.micros());
    }
  }

  private void note(int key, long value, long begun) {
    if (values[key] != value) {
      if (values[key] >= 0) {
        sightings.add(new Sighting(key, values[key], first[key], last[key]));
      }
      values[key] = value;
      first[key] = begun;
    }
    last[key] = begun;
  }
}
