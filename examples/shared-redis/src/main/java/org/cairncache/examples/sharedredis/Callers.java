package org.cairncache.examples.sharedredis;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.cache.CacheException;
import org.cairncache.examples.sharedredis.Timeline.Seen;
import org.cairncache.spi.OutcomeUnknownException;

/**
 * Threads that get, put and increment without a rest, and note what they see; {@link #stop} ends
 * them. Thread-safe.
 */
final class Callers {
  private static final int THREADS = 8;
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Counters counters;
  private final Timeline timeline;
  private final AtomicLong incremented = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();
  private final List<CompletableFuture<Void>> threads;
  private volatile boolean stopped;

  private Callers(Counters counters, Timeline timeline) {
    this.counters = counters;
    this.timeline = timeline;
    names().forEach(name -> counters.set(name, 0));
    this.threads = names().stream().map(name -> Threads.start(() -> call(name))).toList();
  }

  static Callers start(Counters counters, Timeline timeline) {
    return new Callers(counters, timeline);
  }

  private static List<String> names() {
    return IntStream.range(0, THREADS).mapToObj(number -> "caller-" + number).toList();
  }

  private void call(String name) {
    while (!stopped) {
      get(name);
      change(
          () -> counters.set(name + "-put", System.nanoTime()), new AtomicLong(), new AtomicLong());
      change(() -> counters.increment(name), incremented, unknown);
      LockSupport.parkNanos(REST_NANOS);
    }
  }

  /** The counter is there all the time, so a miss says that Redis did not answer. */
  private void get(String name) {
    long start = System.nanoTime();
    Long value = counters.get(name);
    timeline.add(value == null ? Seen.MISS : Seen.HIT, System.nanoTime() - start);
  }

  private void change(Runnable change, AtomicLong done, AtomicLong perhaps) {
    long start = System.nanoTime();
    Seen seen;
    try {
      change.run();
      done.incrementAndGet();
      changes.incrementAndGet();
      seen = Seen.CHANGED;
    } catch (OutcomeUnknownException nobodyKnows) {
      perhaps.incrementAndGet();
      seen = Seen.UNKNOWN;
    } catch (CacheException refused) {
      seen = Seen.REFUSED;
    }
    timeline.add(seen, System.nanoTime() - start);
  }

  /** Returns once a change that began later has succeeded, and how long that took. */
  long awaitService() {
    long start = System.nanoTime();
    // Each thread may be about to count a change that it began before.
    long enough = changes.get() + THREADS + 1;
    while (changes.get() < enough) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        throw new IllegalStateException("Redis runs, and no change succeeds");
      }
      LockSupport.parkNanos(REST_NANOS);
    }
    return System.nanoTime() - start;
  }

  /** Ends the threads and returns what their counters say. */
  Count stop() {
    stopped = true;
    threads.forEach(CompletableFuture::join);
    long counted = 0;
    for (String name : names()) {
      Long value = counters.get(name);
      counted += value == null ? 0 : value;
    }
    return new Count(incremented.get(), unknown.get(), counted);
  }

  /**
   * What became of increments.
   *
   * @param acknowledged those that returned
   * @param unknown those of which nobody knows
   * @param counted what the counters say
   */
  record Count(long acknowledged, long unknown, long counted) {
    /** Whether none was lost and none counted twice, as far as can be known. */
    boolean isRight() {
      return acknowledged <= counted && counted <= acknowledged + unknown;
    }
  }
}
