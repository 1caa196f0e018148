package org.cairncache.freshness;

import java.util.concurrent.ThreadLocalRandom;
import org.cairncache.freshness.work.Reservation;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

/**
 * How long a function's results are good, and for what. All in milliseconds. Immutable.
 *
 * @param ttl how long a result is fresh
 * @param stale how long after that it is served while it is refreshed
 * @param staleIfError how long after that it is served if loading fails
 * @param jitter the largest part of the ttl that is taken off at random, 0 to 1
 * @param refreshAt the part of the time between writing and staleness after which a result is
 *     refreshed ahead of time, or more than 1 for never
 * @param nullTtl how long a null is fresh; 0 if it is not cached
 * @param errorTtl how long a failure is told again without another load; 0 for not at all
 * @param softTimeout how long a caller waits for a load if there is an old value, or 0 for as long
 *     as it takes
 * @param hardTimeout how long a caller waits at all, or 0
 * @param deadline after how long a load is given up
 */
record Policy(
    long ttl,
    long stale,
    long staleIfError,
    double jitter,
    double refreshAt,
    long nullTtl,
    long errorTtl,
    long softTimeout,
    long hardTimeout,
    long deadline) {

  /** What an entry is good for at a time. */
  Freshness freshnessOf(Stored<?> entry, long now) {
    boolean isResult = (entry.isReadable() || entry.isNull()) && !Reservation.is(entry);
    if (entry.isExpiredAt(now) || !isResult) {
      return Freshness.DEAD;
    }
    if (now < entry.freshUntilMillis()) {
      return Freshness.FRESH;
    }
    return now < staleUntil(entry) ? Freshness.STALE : Freshness.FOR_ERRORS;
  }

  /** Whether a fresh entry is to be refreshed ahead of time. */
  boolean isDue(Stored<?> entry, long now) {
    long freshUntil = entry.freshUntilMillis();
    if (refreshAt > 1 || freshUntil == Lifetime.NEVER) {
      return false;
    }
    long written = entry.writtenAtMillis();
    return now - written >= refreshAt * (freshUntil - written);
  }

  long staleUntil(Stored<?> entry) {
    long expires = entry.expiresAtMillis();
    return expires == Lifetime.NEVER ? expires : expires - staleIfError;
  }

  /** From when to when a result lives that was written at a time. */
  Lifetime lifetime(long now, long ttlMillis, long staleMillis) {
    double cut = jitter == 0 ? 0 : jitter * ThreadLocalRandom.current().nextDouble();
    long freshUntil = now + Math.max(1, ttlMillis - (long) (cut * ttlMillis));
    return new Lifetime(now, freshUntil, freshUntil + staleMillis + staleIfError);
  }
}
