package org.cairncache.freshness.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.cairncache.spi.Warnings;
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

  private final Warnings warnings = new Warnings(Schedule.class);
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
  void start(long delayMillis) {
    End end;
    synchronized (this) {
      end = arm(delayMillis);
    }
    tell(end);
  }

  /** Takes a turn as soon as may be: if one is under way, another one after it. */
  void hasten() {
    End end;
    synchronized (this) {
      again = running;
      end = running ? End.NONE : arm(SHORTEST_MILLIS - sinceBegun());
    }
    tell(end);
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
      warnings.failed(plan.name() + ": a turn failed; the next one comes", failure);
    }
    End end;
    synchronized (this) {
      running = false;
      long next = nextMillis == null ? plan.everyMillis() : nextMillis;
      end = arm((again ? SHORTEST_MILLIS : next) - sinceBegun());
    }
    tell(end);
  }

  private long sinceBegun() {
    return NANOSECONDS.toMillis(plan.ticker().getAsLong() - begunNanos);
  }

  /** Why there are no more turns. */
  private enum End {
    NONE(Level.DEBUG, "it goes on"),
    CACHE(Level.INFO, "its cache is closed"),
    SCHEDULER(Level.WARNING, "its scheduler takes no more work");

    private final Level level;
    private final String why;

    End(Level level, String why) {
      this.level = level;
      this.why = why;
    }
  }

  // With the lock.
  private End arm(long delayMillis) {
    if (closed) {
      return End.NONE;
    }
    if (waiting != null) {
      waiting.cancel(false);
    }
    closed = true;
    if (plan.cache().isClosed()) {
      return End.CACHE;
    }
    try {
      waiting = plan.threads().timer().schedule(this::run, Math.max(0, delayMillis), MILLISECONDS);
      closed = false;
      return End.NONE;
    } catch (RejectedExecutionException shutDown) {
      return End.SCHEDULER;
    }
  }

  // Without it, as a task ends several of these together.
  private void tell(End end) {
    if (end != End.NONE) {
      LOG.log(end.level, plan.name() + " has ended: " + end.why);
      over.run();
      plan.observer().ended(end.why);
    }
  }
}
