package org.cairncache.benchmarks.growth;

import java.util.Map;
import javax.cache.Cache;
import org.cairncache.CairnConfiguration;
import org.cairncache.testkit.redis.RedisServer;

/** Fills a Redis of its own with entries of 200 bytes, asks it, and empties it. For one thread. */
final class RedisTrial {
  private static final String NAME = "growth";
  private static final int SAMPLE = 20_000;
  private static final int BATCH = 1_000;
  private static final int BATCH_READ = 100;

  private final String provider;
  private final int entries;
  private final Readings readings;
  private final TextKeys keys;
  private final byte[] value = new byte[200];

  RedisTrial(String provider, int entries, Readings readings) {
    this.provider = provider;
    this.entries = entries;
    this.readings = readings;
    this.keys = new TextKeys(entries);
  }

  void run() {
    HeapPeak heap = HeapPeak.watch();
    try (RedisServer server = RedisServer.start();
        GrowthManager manager = new GrowthManager(provider)) {
      CairnConfiguration<String, byte[]> configuration =
          CairnConfiguration.builder(String.class, byte[].class)
              .storeByValue(true)
              .store(server.uri())
              .build();
      Cache<String, byte[]> cache = manager.create(NAME, configuration);
      RedisNumbers numbers = new RedisNumbers(server);
      long before = numbers.usedBytes();
      readings.time(Reading.PUT_ALL, () -> fill(cache));
      readings.note(Reading.SERVER_BYTES, (double) (numbers.usedBytes() - before) / entries);
      ask(cache);
      numbers.startCounting();
      readings.time(
          Reading.ITERATE,
          Reading.ITERATE_ALLOCATES,
          () -> Expected.count(entries, cache.iterator()));
      readings.note(Reading.ITERATE_COMMANDS, numbers.commands());
      readings.note(Reading.ITERATE_HOLDS, Expected.heldHalfWay(cache.iterator(), entries));
      readings.time(Reading.CLOSE, cache::close);
      readings.time(Reading.OPEN, () -> manager.create(NAME, configuration));
      clear(manager.get(NAME), numbers);
    }
    readings.note(Reading.HEAP, heap.megabytes());
  }

  private void fill(Cache<String, byte[]> cache) {
    for (int from = 0; from < entries; from += BATCH) {
      Map<String, byte[]> batch = keys.inOrder(from, Math.min(entries, from + BATCH), value);
      cache.putAll(batch);
    }
  }

  private void ask(Cache<String, byte[]> cache) {
    int times = Math.min(entries, SAMPLE);
    readings.repeat(Reading.PUT_OVER, times, i -> cache.put(keys.scattered(i), value));
    readings.repeat(Reading.GET, times, i -> Expected.present(cache.get(keys.scattered(i))));
    int batches = Math.max(1, times / BATCH_READ);
    int size = Math.min(times, BATCH_READ);
    readings.repeat(
        Reading.GET_ALL,
        batches,
        i ->
            Expected.count(
                size, cache.getAll(keys.scattered(i * size, (i + 1) * size)).values().iterator()));
    readings.note(Reading.GET_ALL, readings.of(Reading.GET_ALL) / size);
  }

  private void clear(Cache<String, byte[]> cache, RedisNumbers numbers) {
    numbers.startCounting();
    readings.time(Reading.CLEAR, Reading.CLEAR_ALLOCATES, cache::clear);
    readings.note(Reading.CLEAR_COMMANDS, numbers.commands());
    Expected.count(0, cache.iterator());
  }
}
