package org.cairncache.freshness.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns, one after the other, until it is closed: whatever a turn throws, the next one comes.
 * It ends by itself only with the cache, or if the scheduler takes no more work, and says so. Each
 * turn begins on the scheduler's thread and must go on elsewhere. Thread-safe.
 */
final class Schedule implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Schedule.class.getName());
  // However many hints there are.
  private static final long SHORTEST_MILLIS = 100;

  private final Plan<?> plan;
  private final Turn turn;
  private final Runnable over;
  private @Nullable Future<?> waiting; // these are guarded by this
  private boolean running;
  private boolean again;
  private boolean closed;
  private long begunNanos;

  Schedule(Plan<?> plan, Turn turn, Runnable over) {
    this.plan = plan;
    this.turn = turn;
    this.over = over;
    this.begunNanos = plan.ticker().getAsLong() - MILLISECONDS.toNanos(SHORTEST_MILLIS);
  }

  /** One turn. */
  interface Turn {
    /** Begins it; it ends with the milliseconds from its beginning to the next. */
    CompletionStage<Long> begin() throws Exception;
  }

  /** Takes the first turn after so many milliseconds. */
  synchronized void start(long delayMillis) {
    arm(delayMillis);
  }

  /** Takes a turn as soon as may be: if one is under way, another one after it. */
  synchronized void hasten() {
    if (running) {
      again = true;
    } else {
      arm(SHORTEST_MILLIS - sinceBegun());
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (waiting != null) {
      waiting.cancel(false);
    }
  }

  private void run() {
    synchronized (this) {
      if (closed || running) {
        return;
      }
      running = true;
      again = false;
      begunNanos = plan.ticker().getAsLong();
    }
    CompletionStage<Long> stage;
    try {
      stage = turn.begin();
    } catch (Throwable failure) {
      stage = CompletableFuture.failedFuture(failure);
    }
    var unused = stage.whenComplete(this::ended);
  }

  private void ended(@Nullable Long nextMillis, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.log(Level.WARNING, plan.name() + ": a turn failed; the next one comes", failure);
    }
    synchronized (this) {
      running = false;
      long next = nextMillis == null ? plan.everyMillis() : nextMillis;
      arm((again ? SHORTEST_MILLIS : next) - sinceBegun());
    }
  }

  private long sinceBegun() {
    return NANOSECONDS.toMillis(plan.ticker().getAsLong() - begunNanos);
  }

  private synchronized void arm(long delayMillis) {
    if (closed) {
      return;
    }
    if (plan.cache().isClosed()) {
      end(Level.INFO, "its cache is closed");
      return;
    }
    if (waiting != null) {
      waiting.cancel(false);
    }
    try {
      waiting = plan.threads().timer().schedule(this::run, Math.max(0, delayMillis), MILLISECONDS);
    } catch (RejectedExecutionException shutDown) {
      end(Level.WARNING, "its scheduler takes no more work");
    }
  }

  private void end(Level level, String why) {
    closed = true;
    LOG.log(level, plan.name() + " has ended: " + why);
    over.run();
    plan.observer().ended(why);
  }
}
