package org.cairncache.freshness.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Makes one process of all that share a store the one that writes. It is an entry that is taken and
 * renewed by compare-and-set, with an epoch that grows with each owner. Its owner goes by time that
 * no clock may change, counted from before it asked for it. Others take it when it has ended by the
 * store's clock, or when they have seen it unchanged for as long as it was granted for. If both
 * believe to have it, the epoch in the value's own entry decides: {@link FencedValue}. Thread-safe.
 */
final class Lease<V> {
  private static final long LOST_MILLIS = 10;

  private final Slot<V> slot;
  private final Slot<V> value;
  private final long millis;
  private final LongSupplier ticker;
  private final BackgroundObserver observer;
  private final LongConsumer taken;
  private final String owner = newOwner();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Tenure<V> tenure;
  private @Nullable Stored<V> watched; // these are guarded by lock
  private long watchedSinceNanos;
  private long lastEpoch;
  private volatile boolean closed;

  /**
   * @param millis for how long it is taken
   * @param taken hears of the epoch when this process has it that had it not
   */
  Lease(Plan<V> plan, long millis, LongConsumer taken) {
    this.value = plan.slot();
    this.slot = new Slot<>(plan.cache(), Grant.key(plan.key()));
    this.millis = millis;
    this.ticker = plan.ticker();
    this.observer = plan.observer();
    this.taken = taken;
  }

  /**
   * What an owner knows.
   *
   * @param entry of the lease, as it was set
   * @param untilNanos by the ticker
   */
  private record Tenure<V>(long epoch, Stored<V> entry, long untilNanos) {}

  private static String newOwner() {
    return ProcessHandle.current().pid()
        + "-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** The epoch in which this process has it now; 0 if it has not. */
  long epoch() {
    Tenure<V> own = tenure;
    return own != null && !closed && own.untilNanos - ticker.getAsLong() > 0 ? own.epoch : 0;
  }

  /**
   * Takes it if it is free, renews it if it is ours.
   *
   * @return after how many milliseconds to call again
   * @throws javax.cache.CacheException if the store fails
   */
  long renew() {
    lock.lock();
    try {
      loseWhatHasEnded(); // while this process stood still
      return closed ? millis : renewHeld();
    } finally {
      loseWhatHasEnded(); // while the store failed
      lock.unlock();
    }
  }

  private void loseWhatHasEnded() {
    if (epoch() == 0) {
      lose();
    }
  }

  /** Whether the store says that it is ours still, in this epoch. */
  boolean confirm(long epoch) {
    long unused = renew();
    return epoch() == epoch;
  }

  private long renewHeld() {
    long now = ticker.getAsLong();
    Tenure<V> own = tenure;
    if (own != null && tryTake(own.entry, own.epoch, now)) {
      return millis / 3;
    }
    Stored<V> there = slot.latest();
    Grant grant = Grant.of(there);
    watch(there);
    boolean free = isFree(grant, now);
    if (grant.isOf(owner) || free) {
      long epoch = grant.isOf(owner) ? grant.epoch() : nextEpoch(grant);
      if (tryTake(there, epoch, now)) {
        return millis / 3;
      }
    }
    lose();
    return free ? Math.min(LOST_MILLIS, millis / 3) : untilFree(grant, now);
  }

  private long nextEpoch(Grant grant) {
    return 1 + Math.max(Math.max(grant.epoch(), value.epoch()), lastEpoch);
  }

  private boolean tryTake(@Nullable Stored<V> there, long epoch, long askedNanos) {
    Grant grant = Grant.to(owner, epoch, slot.now(), millis);
    Stored<V> entry = slot.set(there, null, grant.lifetime(), grant.attributes());
    if (entry == null) {
      return false;
    }
    Tenure<V> before = tenure;
    tenure = new Tenure<>(epoch, entry, askedNanos + MILLISECONDS.toNanos(millis));
    lastEpoch = epoch;
    watched = null;
    if (before == null || before.epoch != epoch) {
      observer.led(epoch);
      taken.accept(epoch);
    }
    return true;
  }

  private void lose() {
    Tenure<V> own = tenure;
    tenure = null;
    if (own != null) {
      observer.lost(own.epoch);
    }
  }

  private void watch(@Nullable Stored<V> there) {
    if (there == null || watched == null || !there.isSameEntry(watched)) {
      watched = there;
      watchedSinceNanos = ticker.getAsLong();
    }
  }

  private boolean isFree(Grant grant, long now) {
    return grant.owner() == null
        || grant.untilMillis() <= slot.now()
        || untilWatched(grant, now) <= 0;
  }

  private long untilWatched(Grant grant, long now) {
    return grant.millis() - NANOSECONDS.toMillis(now - watchedSinceNanos);
  }

  // Often enough to hear of a release, and as soon as it may have ended.
  private long untilFree(Grant grant, long now) {
    long end = Math.min(grant.untilMillis() - slot.now(), untilWatched(grant, now));
    return Math.max(1, Math.min(end, millis / 3));
  }

  /** It is not ours from now on, whatever the store says until it is released. */
  void end() {
    closed = true;
  }

  /** Ends it and lets others have it at once. */
  void release() {
    end();
    lock.lock();
    try {
      Tenure<V> own = tenure;
      lose();
      if (own != null) {
        Grant grant = Grant.released(own.epoch, slot.now());
        var unused = slot.set(own.entry, null, grant.lifetime(), grant.attributes());
      }
    } finally {
      lock.unlock();
    }
  }
}
