package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cairncache.CairnCachingProvider;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes whose clocks are ten minutes ahead and ten minutes behind serve the results of
 * functions for as long as they are good, by the true time.
 */
final class SkewedClocksTest {
  private static final Duration OFF = Duration.ofMinutes(10);
  private static final long TOLERATED_MILLIS = 2_000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  // All are dead before, or they live for the minutes that the clocks are off.
  private static final long LONGEST_MILLIS = 15_000;

  @TempDir private Path directory;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final List<SkewedReader> readers = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  /** Where processes of several hosts meet, so not on files. */
  @Test
  void tenMinutesOff_nothingIsServedAfterItsTime() throws Exception {
    for (Shelf shelf : EnumSet.of(Shelf.REDIS, Shelf.S3, Shelf.GCS, Shelf.CHAIN)) {
      Path own = Files.createDirectory(directory.resolve(shelf.name()));
      Place place = shelf.open(own);
      open.push(place);
      ConfigurationFile store = shelf.configure(own, place);
      OwnManager ahead = manager(store, OFF);
      OwnManager behind = manager(store, OFF.negated());
      readers.add(new SkewedReader(shelf + ", loaded ahead and read behind", ahead, behind));
      readers.add(new SkewedReader(shelf + ", loaded behind and read ahead", behind, ahead));
    }
    readers.forEach(SkewedReader::load);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
    while (readers.stream().filter(SkewedReader::read).count() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    for (SkewedReader reader : readers) {
      System.out.println("Clocks off by 10 minutes, " + reader);
      assertThat(reader.reads()).as("reads of %s", reader).isPositive();
      assertThat(reader.freshMillis())
          .as("ms for which it was fresh: %s", reader)
          .isLessThanOrEqualTo(SkewedReader.TTL.toMillis() + TOLERATED_MILLIS);
      assertThat(reader.servedMillis())
          .as("ms for which it was served: %s", reader)
          .isLessThanOrEqualTo(2 * SkewedReader.TTL.toMillis() + TOLERATED_MILLIS);
    }
  }

  private OwnManager manager(ConfigurationFile store, Duration ahead) {
    OwnManager manager =
        new OwnManager(store.path().toUri())
            .with(CairnCachingProvider.CLOCK, new ShiftedClock(ahead));
    open.push(manager);
    return manager;
  }
}
