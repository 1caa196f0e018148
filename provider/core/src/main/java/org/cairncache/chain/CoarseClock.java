package org.cairncache.chain;

import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time to within {@value #PERIOD_MILLIS} ms, never behind the clock by more than its thread is
 * late, for the price of reading a field: reading the clock itself costs several times what a near
 * hit does. Thread-safe.
 */
final class CoarseClock implements AutoCloseable {
  private static final int PERIOD_MILLIS = 10;

  private final InstantSource clock;
  private final Future<?> ticking;
  private volatile long nextMillis;

  CoarseClock(InstantSource clock, ScheduledExecutorService scheduler) {
    this.clock = clock;
    tick();
    this.ticking =
        scheduler.scheduleAtFixedRate(
            this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    nextMillis = clock.millis() + PERIOD_MILLIS;
  }

  /** What the time will be at the next tick, so that it is not behind between two. */
  long millis() {
    return nextMillis;
  }

  @Override
  public void close() {
    ticking.cancel(false);
  }
}
