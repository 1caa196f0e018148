package org.cairncache.freshness;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.cairncache.freshness.CachedObserver.Cause;
import org.cairncache.freshness.CachedObserver.Result;
import org.cairncache.freshness.Engine.Call;
import org.cairncache.freshness.work.Reason;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Carries loads out, at most one for each key in this process: prepares the ground, calls the
 * function, keeps the result. However a load ends, its key is free afterwards. Thread-safe.
 */
final class Loads<V> {
  private static final long POLL_MILLIS = 50;

  private final Board<V> board = new Board<>();
  private final Entries<V> entries;
  private final Groundwork<V> groundwork;
  private final Tags<V> tags;
  private final Failures failures;
  private final Policy policy;
  private final CachedObserver observer;
  private final Bulkhead bulkhead;
  private final Executor executor;
  private final ScheduledExecutorService scheduler;

  Loads(
      Entries<V> entries,
      Groundwork<V> groundwork,
      Tags<V> tags,
      Failures failures,
      Policy policy,
      CachedObserver observer,
      Bulkhead bulkhead,
      Executor executor,
      ScheduledExecutorService scheduler) {
    this.entries = entries;
    this.groundwork = groundwork;
    this.tags = tags;
    this.failures = failures;
    this.policy = policy;
    this.observer = observer;
    this.bulkhead = bulkhead;
    this.executor = executor;
    this.scheduler = scheduler;
  }

  /**
   * A call of the function.
   *
   * @param tags of the result, by the arguments
   */
  record Order<V>(String key, Load<V> load, List<String> tags) {}

  boolean isLoading(String key) {
    return board.isLoading(key);
  }

  void supersede(String key) {
    board.supersede(key);
  }

  void supersedeAll() {
    board.supersedeAll();
  }

  void supersedeTagged(String tag) {
    board.supersedeTagged(tag);
  }

  /** Refreshes an old result on another thread, unless that is done already or there is no room. */
  void refresh(String key, Call<V> call, Stored<V> old, long now) {
    if (board.isLoading(key) || failures.isPaused(key, now)) {
      return;
    }
    Order<V> order = call.order(key);
    if (!bulkhead.enter()) {
      observer.refreshPutOff();
      return;
    }
    Flight<V> flight = new Flight<>(order.tags);
    if (board.join(key, flight) != null) {
      bulkhead.leave();
      return;
    }
    var unused = flight.landing().whenComplete((value, failure) -> bulkhead.leave());
    Run run;
    try {
      run = ready(order, flight, old, Cause.REFRESH, false);
    } catch (IllegalStateException shutDown) {
      observer.refreshPutOff();
      return;
    }
    if (!runElsewhere(run)) {
      observer.refreshPutOff();
      run.callOff();
    }
  }

  /**
   * Joins the load of the key, or begins it.
   *
   * @param found what the call found; null if there was nothing
   * @param here whether this thread may carry it out
   */
  Flight<V> load(Order<V> order, @Nullable Stored<V> found, boolean here) {
    return load(order, found, Cause.MISS, here, false);
  }

  /**
   * As {@link #load}, but calls the function even if there is a fresh result; on another thread.
   */
  Flight<V> reload(Order<V> order, @Nullable Stored<V> found) {
    return load(order, found, found == null ? Cause.MISS : Cause.REFRESH, false, true);
  }

  private Flight<V> load(
      Order<V> order, @Nullable Stored<V> found, Cause cause, boolean here, boolean anew) {
    Flight<V> flight = new Flight<>(order.tags);
    Flight<V> other = board.join(order.key, flight);
    if (other != null) {
      if (other.thread().isThis()) {
        throw new IllegalStateException(
            "The loader of a cached function asks for the key that it is loading");
      }
      observer.waited();
      return other;
    }
    Run run = ready(order, flight, found, cause, anew);
    if (here) {
      run.run();
    } else {
      run.runWhenThereIsAThread();
    }
    return flight;
  }

  private Run ready(
      Order<V> order, Flight<V> flight, @Nullable Stored<V> found, Cause cause, boolean anew) {
    try {
      return new Run(order, flight, found, cause, anew);
    } catch (RejectedExecutionException shutDown) {
      board.remove(order.key, flight);
      flight.landing().completeExceptionally(shutDown);
      throw new IllegalStateException("The scheduler of a cached function is shut down", shutDown);
    }
  }

  private boolean runElsewhere(Run run) {
    run.elsewhere = true;
    try {
      executor.execute(run);
      return true;
    } catch (RejectedExecutionException full) {
      run.elsewhere = false;
      return false;
    }
  }

  /** One load from beginning to end. */
  private final class Run implements Runnable {
    private final Order<V> order;
    private final Flight<V> flight;
    private final @Nullable Stored<V> found;
    private final Cause cause;
    private final boolean anew;
    private final long start = System.nanoTime();
    private final Future<?> deadline;
    private volatile boolean elsewhere;

    Run(Order<V> order, Flight<V> flight, @Nullable Stored<V> found, Cause cause, boolean anew) {
      this.order = order;
      this.flight = flight;
      this.found = found;
      this.cause = cause;
      this.anew = anew;
      this.deadline = scheduler.schedule(this::giveUp, policy.deadline(), MILLISECONDS);
    }

    // A loader that hangs keeps its thread if it does not heed interrupts, but not its key.
    private void giveUp() {
      flight.supersede();
      flight.thread().interrupt();
      fail(
          new LoadTimeoutException(
              "Cache \""
                  + entries.cacheName()
                  + "\": a load was given up after "
                  + policy.deadline()
                  + " ms"));
    }

    @Override
    public void run() {
      try {
        Ground<V> ground = groundwork.prepare(order.key, found, anew);
        if (ground instanceof Ground.Fresh<V> fresh) {
          land(entries.valueOf(fresh.entry()), Result.ALREADY_FRESH);
        } else if (ground instanceof Ground.Open<V> open) {
          call(open);
        } else if (cause == Cause.REFRESH && !anew) {
          failures.pause(order.key, entries.clock().millis() + POLL_MILLIS);
          land(found == null ? null : entries.valueOf(found), Result.ALREADY_FRESH);
        } else {
          var unused = scheduler.schedule(this::runWhenThereIsAThread, POLL_MILLIS, MILLISECONDS);
        }
      } catch (Throwable failure) {
        fail(failure);
      }
    }

    /** It was not begun. */
    void callOff() {
      deadline.cancel(false);
      board.remove(order.key, flight);
      flight.landing().cancel(false);
    }

    // Never on the thread of a caller, who may wait for so long only, or not at all.
    private void runWhenThereIsAThread() {
      if (!flight.landing().isDone() && !runElsewhere(this)) {
        var unused = scheduler.schedule(this::runWhenThereIsAThread, POLL_MILLIS, MILLISECONDS);
      }
    }

    private void call(Ground.Open<V> ground) {
      Map<String, Long> versions = tags.versions(order.tags);
      Stored<V> old = ground.old();
      LoadContext<V> context =
          old == null
              ? LoadContext.withoutStaleValue(tags)
              : LoadContext.over(entries.valueOf(old), tags);
      flight.taggedBy(context);
      LoadContext<?> outer = LoadContext.enter(context);
      flight.thread().enter(elsewhere);
      try {
        var unused =
            Objects.requireNonNull(order.load.begin(), "the loader returns no stage")
                .whenComplete(
                    (value, failure) -> loaded(ground, context, versions, value, failure));
      } catch (Throwable failure) {
        loaded(ground, context, versions, null, failure);
      } finally {
        flight.thread().leave();
        LoadContext.enter(outer);
      }
    }

    private void loaded(
        Ground.Open<V> ground,
        LoadContext<V> context,
        Map<String, Long> versions,
        @Nullable V value,
        @Nullable Throwable failure) {
      try {
        if (failure != null) {
          groundwork.abandon(order.key, ground);
          fail(failure);
          return;
        }
        versions.putAll(context.tagVersions());
        boolean kept = !flight.isSuperseded() && keep(ground, context, versions, value);
        failures.forget(order.key);
        Result result = context.isNotModified() ? Result.NOT_MODIFIED : Result.SUCCESS;
        land(value, kept ? result : Result.OUTDATED);
      } catch (Throwable second) {
        fail(second);
      }
    }

    private boolean keep(
        Ground.Open<V> ground,
        LoadContext<V> context,
        Map<String, Long> versions,
        @Nullable V value) {
      long ttl = context.ttlMillisOr(value == null ? policy.nullTtl() : policy.ttl());
      if (ttl == 0) {
        return groundwork.drop(order.key, ground);
      }
      long now = entries.clock().millis();
      long stale = context.staleMillisOr(policy.stale());
      Attributes attributes = versions.isEmpty() ? Attributes.NONE : new Attributes(0, versions);
      return groundwork.keep(
          order.key, ground, value, policy.lifetime(now, ttl, stale), attributes);
    }

    private void land(@Nullable V value, Result result) {
      deadline.cancel(false);
      board.remove(order.key, flight);
      if (flight.landing().complete(value)) {
        observer.loaded(cause, result, System.nanoTime() - start);
      }
    }

    private void fail(Throwable failure) {
      deadline.cancel(false);
      board.remove(order.key, flight);
      Throwable reason = Reason.of(failure);
      if (flight.landing().completeExceptionally(reason)) {
        failures.failed(order.key, entries.clock().millis(), reason);
        observer.loaded(cause, Result.FAILURE, System.nanoTime() - start);
      }
    }
  }
}
