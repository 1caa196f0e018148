package org.cairncache.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cairncache.spi.StoreContext;
import org.jspecify.annotations.Nullable;

/**
 * How far the clock of Redis is ahead of ours, asked at the start and every minute (TIME). Less
 * than a second counts as nothing: the grace of expiry is made for that. Thread-safe.
 */
final class ServerClock implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ServerClock.class.getName());
  private static final long PERIOD_SECONDS = 60;
  private static final long FIRST_MILLIS = 2_000;
  private static final long TOLERATED_MILLIS = 1_000;

  private final Link link;
  private final Circuits circuits;
  private final InstantSource clock;
  private final ScheduledExecutorService scheduler;
  private final String place;
  private volatile long aheadMillis;
  private volatile long offsetMillis;
  private volatile @Nullable Future<?> asking;

  ServerClock(Link link, Circuits circuits, StoreContext<?, ?> context) {
    this.link = link;
    this.circuits = circuits;
    this.clock = context.clock();
    this.scheduler = context.scheduler();
    this.place = context.uri().toString();
  }

  /** Asks once and waits for the answer, then again and again without waiting. */
  void start() {
    try {
      ask().get(FIRST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.log(
          Level.WARNING,
          place + ": TIME is not answered, so deadlines follow the clock of this process",
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    asking =
        scheduler.scheduleWithFixedDelay(
            this::askAgain, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  // What is not answered now is in a minute, or the circuit says so.
  private void askAgain() {
    CompletableFuture<?> unused =
        ask()
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOG.log(Level.DEBUG, place + ": TIME is not answered", failure);
                  }
                });
  }

  private CompletableFuture<?> ask() {
    long before = clock.millis();
    return link.time().thenAccept(answer -> heard(answer, before, clock.millis()));
  }

  // The answer was true at some moment between the two; the middle is off by half at the most.
  private void heard(List<byte[]> answer, long beforeMillis, long afterMillis) {
    long theirs =
        TimeUnit.SECONDS.toMillis(number(answer.get(0)))
            + TimeUnit.MICROSECONDS.toMillis(number(answer.get(1)));
    long ahead = theirs - (beforeMillis + (afterMillis - beforeMillis) / 2);
    boolean off = Math.abs(ahead) > TOLERATED_MILLIS;
    if (off && offsetMillis == 0) {
      LOG.log(
          Level.WARNING,
          "The clock of {0} is {1} ms ahead of ours (negative: behind); deadlines follow it."
              + " Synchronize the clocks (NTP).",
          place,
          Long.toString(ahead));
    }
    aheadMillis = ahead;
    offsetMillis = off ? ahead : 0;
    circuits.tell(observer -> observer.clockOffset(measured()));
  }

  private static long number(byte[] decimal) {
    return Long.parseLong(new String(decimal, StandardCharsets.US_ASCII));
  }

  /** How far it is ahead by the last answer. */
  Duration measured() {
    return Duration.ofMillis(aheadMillis);
  }

  /** What to add to our time, in milliseconds. */
  long offsetMillis() {
    return offsetMillis;
  }

  /** The present as Redis has it. */
  long millis() {
    return clock.millis() + offsetMillis;
  }

  @Override
  public void close() {
    Future<?> running = asking;
    if (running != null) {
      running.cancel(false);
    }
  }
}
