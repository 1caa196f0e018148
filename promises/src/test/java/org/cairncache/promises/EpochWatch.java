package org.cairncache.promises;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.cache.CacheException;
import org.cairncache.CairnCache;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a store all the time for the value that writers of several processes keep there, and
 * notes each one that is older than what was there before. Thread-safe.
 */
final class EpochWatch implements AutoCloseable {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
  private static final String LEASE = "%lease:" + PausedWriter.KEY;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final CairnCache<String, Numbered> cache;
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final AtomicLong reads = new AtomicLong();
  private final Thread thread = new Thread(this::look, "epoch-watch");
  private volatile Seen last = new Seen(0, "", 0, 0);
  private volatile boolean closed;

  private EpochWatch(CairnCache<String, Numbered> cache) {
    this.cache = cache;
  }

  /** Begins. */
  static EpochWatch start(CairnCache<String, Numbered> cache) {
    EpochWatch watch = new EpochWatch(cache);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /** A value: in which epoch it was written, by whom, its number, and when it was found. */
  record Seen(long epoch, String by, long number, long nanos) {
    boolean isOlderThan(Seen other) {
      return epoch < other.epoch || number < other.number;
    }
  }

  private void look() {
    while (!closed) {
      try {
        note(cache.getStored(PausedWriter.KEY));
        reads.incrementAndGet();
      } catch (CacheException failure) {
        steps.add(failure.toString());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void note(@Nullable Stored<Numbered> entry) {
    if (entry == null || entry.isNull()) {
      return; // nothing, or a place that is held
    }
    Numbered value = entry.value();
    long epoch = entry.attributes().fencingEpoch();
    Seen now = new Seen(epoch, value.by, value.number, System.nanoTime());
    if (now.isOlderThan(last)) {
      steps.add(now + " after " + last);
    }
    last = now;
  }

  /** What was found last. */
  Seen last() {
    return last;
  }

  /** Waits for a value that is right. */
  Seen until(Predicate<Seen> right) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> last, right);
  }

  /** Waits for the next time that the lease is renewed. */
  void untilRenewed() {
    Stored<Numbered> before = cache.getStored(LEASE);
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> {
              Stored<Numbered> now = cache.getStored(LEASE);
              return now != null && before != null && !now.isSameEntry(before);
            });
  }

  /** Takes away what is there. */
  void remove() {
    cache.remove(PausedWriter.KEY);
  }

  /** All values that came after newer ones, and failures. */
  List<String> stepsBack() {
    return List.copyOf(steps);
  }

  long reads() {
    return reads.get();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
