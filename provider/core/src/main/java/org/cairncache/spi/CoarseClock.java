package org.cairncache.spi;

import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time to within {@value #PERIOD_MILLIS} ms for the price of reading a field: reading the clock
 * itself costs several times what a get on the heap does (decision 24). Never behind the clock by
 * more than its thread is late, which after a process was stopped may be for some milliseconds; so
 * whoever is close to a deadline reads the clock itself. It ticks only while somebody asks.
 * Thread-safe.
 */
public final class CoarseClock implements AutoCloseable {
  private static final int PERIOD_MILLIS = 10;
  private static final int IDLE_TICKS = 100;
  // Later than every time, so that the one comparison of a reader finds it.
  private static final long ASLEEP = Long.MAX_VALUE;

  private final InstantSource clock;
  private final @Nullable ScheduledExecutorService scheduler;
  private volatile long nextMillis = ASLEEP;
  private boolean asked; // racy: a tick more or less does not matter
  private @Nullable Future<?> ticking;
  private int idleTicks;
  private boolean closed;

  private CoarseClock(InstantSource clock, @Nullable ScheduledExecutorService scheduler) {
    this.clock = clock;
    this.scheduler = scheduler;
  }

  /**
   * Of that clock: ticking if it is the system's, else exact, for one that an application drives
   * may jump.
   *
   * @param scheduler whose thread ticks; its tasks must be short
   */
  public static CoarseClock of(InstantSource clock, ScheduledExecutorService scheduler) {
    return clock == InstantSource.system() ? ticking(clock, scheduler) : exact(clock);
  }

  /** One that ticks, whatever the clock. */
  static CoarseClock ticking(InstantSource clock, ScheduledExecutorService scheduler) {
    return new CoarseClock(clock, scheduler);
  }

  /** One that reads that clock each time. */
  public static CoarseClock exact(InstantSource clock) {
    return new CoarseClock(clock, null);
  }

  /** What the time will be at the next tick, so that it is not behind between two. */
  public long millis() {
    if (!asked) {
      asked = true;
    }
    long next = nextMillis;
    return next == ASLEEP ? wake() : next;
  }

  private long wake() {
    if (scheduler != null) {
      start(scheduler);
    }
    return clock.millis();
  }

  private synchronized void start(ScheduledExecutorService ticker) {
    if (ticking != null || closed) {
      return;
    }
    idleTicks = 0;
    try {
      ticking = ticker.scheduleAtFixedRate(this::tick, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      closed = true; // there is a clock to be read all the same
    }
  }

  private synchronized void tick() {
    idleTicks = asked ? 0 : idleTicks + 1;
    asked = false;
    if (idleTicks > IDLE_TICKS || closed) {
      stop();
    } else {
      nextMillis = clock.millis() + PERIOD_MILLIS;
    }
  }

  private void stop() {
    nextMillis = ASLEEP;
    if (ticking != null) {
      ticking.cancel(false);
      ticking = null;
    }
  }

  /** From now on the clock itself is read. */
  @Override
  public synchronized void close() {
    closed = true;
    stop();
  }
}
