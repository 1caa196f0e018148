package org.cairncache.examples.sharedredis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Notes what callers see, second by second from its making on. Thread-safe. */
final class Timeline {
  /** What became of a call. */
  enum Seen {
    HIT,
    MISS,
    CHANGED,
    REFUSED,
    UNKNOWN
  }

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final BiConsumer<Integer, Second> progress;
  private final long startNanos = System.nanoTime();
  private final List<Second> seconds = new ArrayList<>();
  private String event = "";
  private final Map<Seen, Long> seen = new EnumMap<>(Seen.class);
  private long slowestNanos;

  /**
   * Begins.
   *
   * @param progress told the number of each second, from 1, and what it saw, once it is over
   */
  Timeline(BiConsumer<Integer, Second> progress) {
    this.progress = progress;
  }

  /** Notes a call that ends now. */
  synchronized void add(Seen what, long nanos) {
    turn();
    seen.merge(what, 1L, Long::sum);
    slowestNanos = Math.max(slowestNanos, nanos);
  }

  /** Notes what happens to Redis now. */
  synchronized void happens(String what) {
    turn();
    event = event.isEmpty() ? what : event + ", " + what;
  }

  /** All seconds, the last one as far as it has come. */
  synchronized List<Second> end() {
    turn();
    close();
    return List.copyOf(seconds);
  }

  private void turn() {
    while (System.nanoTime() - startNanos >= (seconds.size() + 1) * SECOND_NANOS) {
      close();
    }
  }

  private void close() {
    Second over =
        new Second(
            event,
            take(Seen.HIT),
            take(Seen.MISS),
            take(Seen.CHANGED),
            take(Seen.REFUSED),
            take(Seen.UNKNOWN),
            TimeUnit.NANOSECONDS.toMillis(slowestNanos));
    seconds.add(over);
    progress.accept(seconds.size(), over);
    event = "";
    slowestNanos = 0;
  }

  private long take(Seen what) {
    Long count = seen.remove(what);
    return count == null ? 0 : count;
  }
}
