package org.cairncache.jcache;

import java.util.Set;
import java.util.function.Supplier;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * Turns the answers of an {@link ExpiryPolicy} into deadlines. The durations of JSR-107's own
 * policies are read once; any other policy is asked each time. A policy that throws fails no
 * operation: creation then means eternal, update and access mean unchanged. Thread-safe.
 */
final class ExpiryRules {
  /** The deadline stays as it is; the policy's null. Smaller than every deadline. */
  static final long UNCHANGED = -1;

  // On the heap moving a deadline costs little, but more than the rest of a get.
  private static final int HEAP_TICKS = 100;
  private static final long LONGEST_HEAP_TICK_MILLIS = 1_000;

  private static final Set<Class<?>> STANDARD =
      Set.of(
          EternalExpiryPolicy.class,
          CreatedExpiryPolicy.class,
          ModifiedExpiryPolicy.class,
          TouchedExpiryPolicy.class,
          AccessedExpiryPolicy.class);

  private final Warnings warnings = new Warnings(ExpiryRules.class);
  private final ExpiryPolicy policy;
  private final boolean standard;
  private final long creationMillis;
  private final long updateMillis;
  private final long accessMillis;
  private final long tickMillis;

  ExpiryRules(ExpiryPolicy policy, StoreTraits traits) {
    this.policy = policy;
    this.standard = STANDARD.contains(policy.getClass());
    this.creationMillis = standard ? creationDuration() : 0;
    this.updateMillis = standard ? updateDuration() : 0;
    this.accessMillis = standard ? durationOf(policy::getExpiryForAccess, UNCHANGED) : 0;
    this.tickMillis = traits.touchTick().toMillis();
  }

  /** Whether every entry lives for ever, so that nobody needs to read the clock. */
  boolean isEternal() {
    return standard
        && creationMillis == Lifetime.NEVER
        && updateMillis == Lifetime.NEVER
        && !touches();
  }

  /** Whether an access may move a deadline. */
  boolean touches() {
    return !standard || (accessMillis != UNCHANGED && !isAlwaysNever());
  }

  /**
   * Whether the lifetime of a put does not depend on the entry that is there: no need to read it.
   */
  boolean allowsBlindPut() {
    return standard && creationMillis == updateMillis && creationMillis != 0;
  }

  /** The lifetime of a put where {@link #allowsBlindPut()}. */
  Lifetime ofBlindPut(long nowMillis) {
    return lifetime(creationMillis, nowMillis);
  }

  /**
   * Whether a put gives an entry its deadline only where it creates it: a store may keep what it
   * has without anybody reading it.
   */
  boolean keepsDeadlineOnUpdate() {
    return standard && updateMillis == UNCHANGED && creationMillis != 0;
  }

  /** The lifetime, with room for a deadline if an access may give it one. */
  Lifetime touchable(Lifetime lifetime) {
    return lifetime == Lifetime.ETERNAL ? lifetime(Lifetime.NEVER, 0) : lifetime;
  }

  Lifetime ofCreation(long nowMillis) {
    return lifetime(standard ? creationMillis : creationDuration(), nowMillis);
  }

  Lifetime ofUpdate(Stored<?> live, long nowMillis) {
    long duration = standard ? updateMillis : durationOf(policy::getExpiryForUpdate, UNCHANGED);
    if (duration != UNCHANGED) {
      return lifetime(duration, nowMillis);
    }
    long deadline = live.expiresAtMillis();
    return deadline == Lifetime.NEVER ? lifetime(deadline, nowMillis) : Lifetime.until(deadline);
  }

  /**
   * Whether an access may move the deadline.
   *
   * @param coarseMillis the time to within some milliseconds
   */
  boolean mayMove(Stored<?> live, long coarseMillis) {
    return !standard || deadlineOfAccess(live, coarseMillis) != UNCHANGED;
  }

  /** The deadline after an access, or {@link #UNCHANGED} also where it would hardly move. */
  long deadlineOfAccess(Stored<?> live, long nowMillis) {
    long duration = standard ? accessMillis : durationOf(policy::getExpiryForAccess, UNCHANGED);
    if (duration == UNCHANGED) {
      return UNCHANGED;
    }
    long before = live.expiresAtMillis();
    long after = deadline(duration, nowMillis);
    return after == before || (after > before && after - before <= tick(duration))
        ? UNCHANGED
        : after;
  }

  private boolean isAlwaysNever() {
    return accessMillis == Lifetime.NEVER && creationMillis == Lifetime.NEVER;
  }

  private Lifetime lifetime(long duration, long nowMillis) {
    if (duration == Lifetime.NEVER && !touches()) {
      return Lifetime.ETERNAL;
    }
    return Lifetime.until(deadline(duration, nowMillis));
  }

  private static long deadline(long duration, long nowMillis) {
    return duration >= Lifetime.NEVER - nowMillis ? Lifetime.NEVER : nowMillis + duration;
  }

  // Elsewhere a twentieth of the duration, at least the store's tick, at most half the duration.
  private long tick(long duration) {
    return tickMillis == 0
        ? Math.min(duration / HEAP_TICKS, LONGEST_HEAP_TICK_MILLIS)
        : Math.min(Math.max(tickMillis, duration / 20), duration / 2);
  }

  // Where all that is created is eternal, so is all that is updated: no entry need be read for it.
  private long updateDuration() {
    long duration = durationOf(policy::getExpiryForUpdate, UNCHANGED);
    return duration == UNCHANGED && creationMillis == Lifetime.NEVER ? Lifetime.NEVER : duration;
  }

  private long creationDuration() {
    long duration = durationOf(policy::getExpiryForCreation, Lifetime.NEVER);
    return duration == UNCHANGED ? Lifetime.NEVER : duration;
  }

  private long durationOf(Supplier<@Nullable Duration> question, long ifItThrows) {
    try {
      Duration duration = question.get();
      if (duration == null) {
        return UNCHANGED;
      }
      return duration.isEternal()
          ? Lifetime.NEVER
          : duration.getTimeUnit().toMillis(duration.getDurationAmount());
    } catch (Exception | LinkageError failure) { // also a checked one that is not declared
      warnings.failed(
          "The expiry policy "
              + policy.getClass().getName()
              + " throws; entries it should create are eternal, others keep their deadline",
          failure);
      return ifItThrows;
    }
  }
}
