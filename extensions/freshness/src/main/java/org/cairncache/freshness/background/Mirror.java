package org.cairncache.freshness.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cairncache.freshness.background.BackgroundObserver.Pull;
import org.cairncache.freshness.work.Reason;
import org.cairncache.freshness.work.Reservation;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * The last value that a {@link WriteTask} of any process wrote, in this process: {@link #get} reads
 * a field. On a schedule of its own it looks for a newer one. What it has it keeps until that
 * expires, as the writer said, whatever the store does meanwhile. Made by {@link Background#read}.
 * Thread-safe.
 *
 * @param <V> the type of the value
 */
public final class Mirror<V> implements Supplier<@Nullable V>, AutoCloseable {
  private final Plan<V> plan;
  private final Slot<V> slot;
  private final long patienceMillis;
  private final Schedule pulls;
  private final Warnings warnings = new Warnings(Mirror.class);
  private volatile @Nullable V value; // what calls get: null where the slow path says more
  private volatile @Nullable Stored<V> seen;
  private volatile CompletableFuture<Void> firstLook = new CompletableFuture<>();
  private volatile boolean deaf; // to notices that are wanted
  private @Nullable Future<?> expiry; // these are guarded by this
  private Store.@Nullable Subscription notices;

  private Mirror(Plan<V> plan, long patienceMillis, boolean notices) {
    this.plan = plan;
    this.slot = plan.slot();
    this.patienceMillis = patienceMillis;
    this.deaf = notices;
    this.pulls = plan.schedule(this::pull, this::forget);
  }

  static <V> Mirror<V> start(Plan<V> plan, long patienceMillis, boolean notices) {
    Mirror<V> mirror = new Mirror<>(plan, patienceMillis, notices);
    plan.observer().reads(mirror);
    mirror.pulls.start(0);
    return mirror;
  }

  /**
   * Returns the value, the same object to every caller, so do not change it; null if that is the
   * value, or if there is none: nothing was written yet, or what was written has expired and no
   * other one came. Only then a call waits, once, for a look into the store, as long as {@link
   * ReadBuilder#patience} says.
   */
  @Override
  public @Nullable V get() {
    V there = value;
    return there != null ? there : find();
  }

  private @Nullable V find() {
    CompletableFuture<Void> look = firstLook;
    if (patienceMillis > 0 && !look.isDone()) {
      try {
        look.get(patienceMillis, MILLISECONDS);
      } catch (TimeoutException | ExecutionException late) {
        // there is nothing yet
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return value;
  }

  /** Whether there is a value, which may be null. */
  public boolean isPresent() {
    return seen != null;
  }

  /**
   * How long ago what is here was written, by the store's clock; empty if nothing is, or if it was
   * put by hand, which leaves no time.
   */
  public Optional<Duration> age() {
    Stored<V> entry = seen;
    return entry == null || entry.writtenAtMillis() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.max(0, slot.now() - entry.writtenAtMillis())));
  }

  /** Until when it is served; empty if nothing is here, or it never expires. */
  public Optional<Instant> expiresAt() {
    Stored<V> entry = seen;
    return entry == null || entry.expiresAtMillis() == Lifetime.NEVER
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(entry.expiresAtMillis()));
  }

  /** The number of the lease under which it was written; 0 if nothing is here, or without one. */
  public long epoch() {
    Stored<V> entry = seen;
    return entry == null ? 0 : entry.attributes().fencingEpoch();
  }

  /**
   * Since when the next value is overdue, by the store's clock: when the writer's interval had
   * passed since this one was written. Empty as long as it is not late by half the interval, or if
   * nothing is here.
   */
  public Optional<Instant> writerSilentSince() {
    return overdue().map(due -> Instant.ofEpochMilli(due));
  }

  /** For how long that has been so. */
  public Optional<Duration> writerSilence() {
    return overdue().map(due -> Duration.ofMillis(Math.max(0, slot.now() - due)));
  }

  private Optional<Long> overdue() {
    Stored<V> entry = seen;
    if (entry == null || entry.freshUntilMillis() == Lifetime.NEVER) {
      return Optional.empty();
    }
    long due = entry.freshUntilMillis();
    long late = slot.now() - due;
    return late < (due - entry.writtenAtMillis()) / 2 ? Optional.empty() : Optional.of(due);
  }

  private CompletionStage<Long> pull() {
    long begun = System.nanoTime();
    CompletionStage<Pull> looked = plan.threads().request(this::look);
    listenUnlessDone();
    return looked.handle(
        (pull, failure) -> {
          Pull result = pull == null ? failed(failure) : pull;
          plan.observer().pulled(result, System.nanoTime() - begun);
          firstLook.complete(null);
          return result == Pull.PUT_OFF
              ? Math.min(Threads.NO_THREAD_MILLIS, plan.everyMillis())
              : plan.everyMillis();
        });
  }

  private Pull failed(@Nullable Throwable failure) {
    Throwable reason = failure == null ? new IllegalStateException() : Reason.of(failure);
    if (reason instanceof RejectedExecutionException) {
      return Pull.PUT_OFF;
    }
    if (!plan.cache().isClosed()) {
      plan.observer().storeFailed(reason);
      warnings.failed(plan.name() + ": the store fails; its mirror keeps what it has", reason);
    }
    return Pull.FAILURE;
  }

  private Pull look() {
    Stored<V> known = seen;
    Stored<V> latest = known == null ? slot.latest() : slot.latest(known);
    if (latest == null || Reservation.is(latest)) {
      return Pull.MISSING;
    }
    if (latest == known) {
      return Pull.UNCHANGED;
    }
    show(latest);
    return Pull.CHANGED;
  }

  private synchronized void show(Stored<V> entry) {
    if (!pulls.isClosed()) {
      V next = entry.isNull() ? null : plan.cache().copy(entry.value());
      expireInTime(entry);
      seen = entry;
      value = next;
    }
  }

  private synchronized void expireInTime(Stored<V> entry) {
    Future<?> before = expiry;
    long left = entry.expiresAtMillis() - slot.now();
    expiry =
        entry.expiresAtMillis() == Lifetime.NEVER
            ? null
            : plan.threads().timer().schedule(() -> expire(entry), left, MILLISECONDS);
    if (before != null) {
      before.cancel(false);
    }
  }

  private synchronized void expire(Stored<V> entry) {
    if (seen != entry) {
      return;
    }
    if (!entry.isExpiredAt(slot.now())) {
      expireInTime(entry); // the store's clock was set
      return;
    }
    // The next call waits for a look, in case it is this process that stood still.
    firstLook = new CompletableFuture<>();
    seen = null;
    value = null;
    pulls.hasten();
  }

  private synchronized void forget() {
    seen = null;
    value = null;
    if (expiry != null) {
      expiry.cancel(false);
    }
    if (notices != null) {
      notices.close();
    }
  }

  // After the look, as it waits until the store tells of changes.
  private void listenUnlessDone() {
    if (deaf) {
      deaf = false;
      var unused =
          plan.threads()
              .request(this::listen)
              .whenComplete((heard, failure) -> deaf = failure != null);
    }
  }

  private boolean listen() {
    Store.Subscription subscription = slot.onChange(pulls::hasten);
    synchronized (this) {
      notices = subscription;
      if (pulls.isClosed()) {
        subscription.close();
      }
    }
    return true;
  }

  /** Looks no more; {@link #get} returns null from now on. */
  @Override
  public void close() {
    pulls.close();
    forget();
  }

  /** The names of the task and its cache. */
  @Override
  public String toString() {
    return plan.name();
  }
}
