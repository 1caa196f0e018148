package org.cairncache.freshness;

import java.util.function.Predicate;
import javax.cache.CacheException;
import org.cairncache.freshness.work.Reservation;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What is done in the cache before a load and after it. Where there is no entry, one that is never
 * served holds the place, so that there is always something to compare with: a key that anybody
 * changes, invalidates or clears during the load does not get what was loaded before. Thread-safe.
 */
final class Groundwork<V> {
  private static final String LEASE = "%load:";

  private final Entries<V> entries;
  private final Tags<V> tags;
  private final Policy policy;
  private final long leaseMillis;

  /**
   * @param leaseMillis for how long a process may keep the others from loading a key; 0 if they all
   *     may
   */
  Groundwork(Entries<V> entries, Tags<V> tags, Policy policy, long leaseMillis) {
    this.entries = entries;
    this.tags = tags;
    this.policy = policy;
    this.leaseMillis = leaseMillis;
  }

  /**
   * Looks at what is there by now and holds the place.
   *
   * @param found what the call found; null if there was nothing
   * @param anew whether to load also what is fresh
   */
  Ground<V> prepare(String key, @Nullable Stored<V> found, boolean anew) {
    try {
      Stored<V> latest = found == null ? null : entries.latest(key);
      while (true) {
        if (latest == null) {
          Stored<V> reservation = reserve(key);
          if (reservation != null) {
            return new Ground.Open<>(reservation, null, null);
          }
          latest = entries.latest(key);
        }
        if (latest != null) {
          Ground<V> ground = over(key, latest, anew);
          if (ground != null) {
            return ground;
          }
          latest = entries.latest(key);
        }
      }
    } catch (CacheException failure) {
      entries.tolerate(failure);
      return new Ground.Open<>(null, found, null);
    }
  }

  /** Null if the entry was changed meanwhile. */
  private @Nullable Ground<V> over(String key, Stored<V> latest, boolean anew) {
    long now = entries.clock().millis();
    if (Reservation.is(latest)) {
      return leaseMillis > 0 ? new Ground.Busy<>() : new Ground.Open<>(latest, null, null);
    }
    boolean current = tags.areCurrent(latest);
    if (!anew
        && current
        && policy.freshnessOf(latest, now) == Freshness.FRESH
        && !policy.isDue(latest, now)) {
      return new Ground.Fresh<>(latest);
    }
    Stored<V> old = current ? latest : null;
    if (leaseMillis == 0) {
      return new Ground.Open<>(latest, old, null);
    }
    Stored<V> lease = set(LEASE + key, null, Reservation.lifetime(now, leaseMillis));
    return lease == null
        ? new Ground.Busy<>()
        : ifStill(key, latest, new Ground.Open<>(latest, old, lease));
  }

  // Since the entry was read another process may have loaded, kept and given its lease back.
  private Ground.@Nullable Open<V> ifStill(String key, Stored<V> latest, Ground.Open<V> ground) {
    boolean still = false;
    try {
      Stored<V> now = entries.latest(key);
      still = now != null && now.isSameEntry(latest);
    } finally {
      if (!still) {
        release(key, ground);
      }
    }
    return still ? ground : null;
  }

  private @Nullable Stored<V> reserve(String key) {
    long millis = leaseMillis > 0 ? leaseMillis : policy.deadline();
    return set(key, null, Reservation.lifetime(entries.clock().millis(), millis));
  }

  private @Nullable Stored<V> set(String key, @Nullable Stored<V> expected, Lifetime lifetime) {
    return entries.replace(key, expected, null, lifetime, Attributes.NONE);
  }

  /** Keeps a result, if the ground is as it was; false if it is not. */
  boolean keep(
      String key,
      Ground.Open<V> ground,
      @Nullable V value,
      Lifetime lifetime,
      Attributes attributes) {
    return settle(
        key, ground, token -> entries.replace(key, token, value, lifetime, attributes) != null);
  }

  /** Keeps nothing, and gives up what was there: it is no longer the result. */
  boolean drop(String key, Ground.Open<V> ground) {
    return settle(
        key,
        ground,
        token -> {
          end(key, token);
          return true;
        });
  }

  /** There is no result: an older one stays, and what only held the place goes. */
  void abandon(String key, Ground.Open<V> ground) {
    boolean unused =
        settle(
            key,
            ground,
            token -> {
              if (Reservation.is(token)) {
                end(key, token);
              }
              return true;
            });
  }

  // Without the store nobody can say that it was not kept.
  private boolean settle(String key, Ground.Open<V> ground, Predicate<Stored<V>> change) {
    try {
      return ground.token() == null || change.test(ground.token());
    } catch (CacheException failure) {
      entries.tolerate(failure);
      return true;
    } finally {
      release(key, ground);
    }
  }

  private void release(String key, Ground.Open<V> ground) {
    if (ground.lease() != null) {
      try {
        end(LEASE + key, ground.lease());
      } catch (CacheException failure) {
        entries.storeFailed(failure); // it runs out
      }
    }
  }

  private void end(String key, Stored<V> entry) {
    long now = entries.clock().millis();
    Stored<V> unused = set(key, entry, new Lifetime(now, now, now));
  }
}
