package org.cairncache.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Settings;

/** Fills a directory with entries of 1 kB, asks it, and empties it. For one thread. */
final class FileTrial {
  private static final int SAMPLE = 50_000;
  private static final java.time.Duration SWEEP_PERIOD = java.time.Duration.ofMillis(200);
  private static final String ETERNAL = "eternal";
  private static final String EXPIRING = "expiring";

  private final String provider;
  private final int entries;
  private final Readings readings;
  private final TextKeys keys;
  private final byte[] value = new byte[1_000];

  FileTrial(String provider, int entries, Readings readings) {
    this.provider = provider;
    this.entries = entries;
    this.readings = readings;
    this.keys = new TextKeys(entries);
  }

  void run() throws IOException {
    HeapPeak heap = HeapPeak.watch();
    Path directory = Files.createTempDirectory("cairn-growth");
    try (GrowthManager manager = new GrowthManager(provider)) {
      var builder =
          CairnConfiguration.builder(String.class, byte[].class)
              .storeByValue(true)
              .store(directory.toUri());
      eternal(manager, builder.build());
      expiring(
          manager,
          builder
              .set(Settings.EXPIRY_SWEEP, SWEEP_PERIOD)
              .expiryPolicy(CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR))
              .build());
    } finally {
      Folders.delete(directory);
    }
    readings.note(Reading.HEAP, heap.megabytes());
  }

  private void eternal(GrowthManager manager, CairnConfiguration<String, byte[]> configuration) {
    Cache<String, byte[]> cache = manager.create(ETERNAL, configuration);
    readings.repeat(Reading.PUT, entries, i -> cache.put(keys.inOrder(i), value));
    int times = Math.min(entries, SAMPLE);
    readings.repeat(Reading.PUT_OVER, times, i -> cache.put(keys.scattered(i), value));
    readings.repeat(Reading.GET, times, i -> Expected.present(cache.get(keys.scattered(i))));
    readings.time(
        Reading.ITERATE,
        Reading.ITERATE_ALLOCATES,
        () -> Expected.count(entries, cache.iterator()));
    readings.note(Reading.ITERATE_HOLDS, Expected.heldHalfWay(cache.iterator(), entries));
    readings.time(Reading.CLOSE, cache::close);
    readings.time(Reading.OPEN, () -> manager.create(ETERNAL, configuration));
    Cache<String, byte[]> again = manager.get(ETERNAL);
    readings.time(Reading.CLEAR, Reading.CLEAR_ALLOCATES, again::clear);
    Expected.count(0, again.iterator());
    manager.destroy(ETERNAL);
  }

  private void expiring(GrowthManager manager, CairnConfiguration<String, byte[]> configuration) {
    Cache<String, byte[]> cache = manager.create(EXPIRING, configuration);
    for (int i = 0; i < entries; i++) {
      cache.put(keys.inOrder(i), value);
    }
    readings.progress("sweep");
    Sweep.of(cache, manager, entries).note(readings);
    Expected.count(0, cache.iterator());
    manager.destroy(EXPIRING);
  }
}
