package org.cairncache.spi.object;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;
import org.jspecify.annotations.Nullable;

/**
 * How far the clock of a service is ahead of ours, by the Date of an answer at the start and every
 * minute. A Date has whole seconds, so half a second more or less counts as nothing. Thread-safe.
 */
final class ServerClock implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ServerClock.class.getName());
  private static final long PERIOD_SECONDS = 60;
  private static final long DATE_MILLIS = 1_000;
  private static final long TOLERATED_MILLIS = 500;
  private static final long WARNED_MILLIS = 1_000;

  private final Supplier<@Nullable String> date;
  private final InstantSource clock;
  private final ScheduledExecutorService scheduler;
  private final Executor executor;
  private final String place;
  private final Set<StoreObserver> observers = new CopyOnWriteArraySet<>();
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile long aheadMillis;
  private volatile long offsetMillis;
  private volatile @Nullable Future<?> schedule;

  /**
   * For one place.
   *
   * @param date asks for an answer and gives its Date header, null if there is none
   */
  ServerClock(Supplier<@Nullable String> date, StoreContext<?, ?> context) {
    this.date = date;
    this.clock = context.clock();
    this.scheduler = context.scheduler();
    this.executor = context.executor();
    this.place = context.uri().toString();
  }

  /** Asks once and waits for the answer, then again and again. */
  void start() {
    ask();
    schedule =
        scheduler.scheduleWithFixedDelay(
            this::askAgain, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void askAgain() {
    if (asking.compareAndSet(false, true)) {
      try {
        executor.execute(this::askNow);
      } catch (RejectedExecutionException busy) {
        asking.set(false); // in a minute, then
      }
    }
  }

  private void askNow() {
    try {
      ask();
    } finally {
      asking.set(false);
    }
  }

  private void ask() {
    long before = clock.millis();
    String answer = date.get();
    long after = clock.millis();
    try {
      if (answer != null) {
        heard(
            Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer)).toEpochMilli(),
            before,
            after);
      }
    } catch (DateTimeParseException notOne) {
      LOG.log(Level.DEBUG, place + ": an answer has no date", notOne);
    }
  }

  // The answer was made between the two, and within the second that it names.
  private void heard(long dateMillis, long beforeMillis, long afterMillis) {
    long least = dateMillis - afterMillis;
    long most = dateMillis + DATE_MILLIS - beforeMillis;
    long ahead = least + (most - least) / 2;
    boolean right = (least <= 0 && most >= 0) || Math.abs(ahead) <= TOLERATED_MILLIS;
    if (Math.abs(ahead) > WARNED_MILLIS && offsetMillis == 0) {
      LOG.log(
          Level.WARNING,
          "The clock of {0} is {1} ms ahead of ours (negative: behind); deadlines follow it."
              + " Synchronize the clocks (NTP).",
          place,
          Long.toString(ahead));
    }
    aheadMillis = ahead;
    offsetMillis = right ? 0 : ahead;
    observers.forEach(observer -> observer.clockOffset(Duration.ofMillis(ahead)));
  }

  /** Tells the observer from now on, beginning with what is known. */
  void add(StoreObserver observer) {
    observers.add(observer);
    observer.clockOffset(Duration.ofMillis(aheadMillis));
  }

  void remove(StoreObserver observer) {
    observers.remove(observer);
  }

  /** What to add to our time, in milliseconds. */
  long offsetMillis() {
    return offsetMillis;
  }

  @Override
  public void close() {
    Future<?> running = schedule;
    if (running != null) {
      running.cancel(false);
    }
  }
}
