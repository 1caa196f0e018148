package org.cairncache.freshness.background;

import java.util.Map;
import java.util.function.LongFunction;
import javax.cache.CacheException;
import org.cairncache.freshness.work.Reservation;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a value that is written under a lease. Each says in which epoch it was written, and
 * is written by comparing with the one that was looked at before the lease: a process that was
 * stopped in between, for however long, writes over nothing that came meanwhile. Over what it has
 * not written itself it writes only when the store says that it has the lease. Thread-safe.
 */
final class FencedValue<V> {
  private static final int MOST_CONFLICTS = 64;

  private final Slot<V> slot;
  private final Lease<V> lease;
  private final long reservedMillis;
  private volatile @Nullable Stored<V> written;

  /**
   * @param reservedMillis for how long a place is held where there is no entry to compare with
   */
  FencedValue(Slot<V> slot, Lease<V> lease, long reservedMillis) {
    this.slot = slot;
    this.lease = lease;
    this.reservedMillis = reservedMillis;
  }

  /**
   * Writes what was loaded in an epoch.
   *
   * @param lifetime from when to when the value lives, by the time of the write in milliseconds
   * @return false, and nothing is written, if the lease is not ours any more in that epoch
   * @throws CacheException if the store fails, or the entry changes all the time
   */
  boolean write(long epoch, @Nullable V value, LongFunction<Lifetime> lifetime) {
    for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
      long now = slot.now();
      Stored<V> there = something(epoch);
      if (lease.epoch() != epoch || (there != null && there.attributes().fencingEpoch() > epoch)) {
        return false;
      }
      if (!isOurs(there) && !lease.confirm(epoch)) {
        return false; // whoever wrote it did so under the lease, whatever its epoch is
      }
      Stored<V> next = there == null ? null : set(there, epoch, value, lifetime.apply(now));
      if (next != null) {
        written = next;
        return true;
      }
    }
    throw new CacheException("The entry of a background task is changed by others all the time");
  }

  private boolean isOurs(@Nullable Stored<V> there) {
    Stored<V> ours = written;
    return there != null && ours != null && there.isSameEntry(ours);
  }

  // Nothing is nothing to compare with: it may have been there in between. And it may be what this
  // process cannot decode, so it asks before.
  private @Nullable Stored<V> something(long epoch) {
    Stored<V> there = slot.latest();
    return there == null && lease.confirm(epoch)
        ? set(null, epoch, null, Reservation.lifetime(slot.now(), reservedMillis))
        : there;
  }

  private @Nullable Stored<V> set(
      @Nullable Stored<V> expected, long epoch, @Nullable V value, Lifetime lifetime) {
    return slot.set(expected, value, lifetime, new Attributes(epoch, Map.of()));
  }
}
