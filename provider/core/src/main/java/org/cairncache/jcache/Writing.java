package org.cairncache.jcache;

import org.cairncache.spi.Lease;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What the writer is told in the course of one operation on one key, so that in the end it was told
 * last of what the cache holds: again after a lost race where others may have told it something
 * since, and of what is there where the operation then decides not to write. For one thread; closed
 * at the end.
 */
final class Writing<K, V> implements AutoCloseable {
  private final WriteThrough<K, V> through;
  private final K key;
  private final boolean exclusive;
  private @Nullable Lease lease;
  private @Nullable Change<V> told;
  private @Nullable Stored<V> seen;
  private @Nullable Stored<V> before;
  private boolean astray;

  /**
   * Begins.
   *
   * @param lease of the key, or null if nothing keeps other processes away
   * @param exclusive whether nobody else tells the writer of the key meanwhile
   */
  Writing(WriteThrough<K, V> through, K key, @Nullable Lease lease, boolean exclusive) {
    this.through = through;
    this.key = key;
    this.lease = lease;
    this.exclusive = exclusive;
  }

  /**
   * Notes that the writer was told of this change, among others.
   *
   * @param there what lay in the store before that, where it was looked at
   */
  void wasTold(Change<V> change, @Nullable Stored<V> there) {
    told = change;
    seen = there;
    astray = true;
  }

  /**
   * Tells the writer, if there is something to tell.
   *
   * @param there what lies in the store
   * @param live the same, if it is readable and before its deadline
   * @return what the store is to do; null if the key may have had another holder: begin again
   */
  @Nullable Change<V> tell(Change<V> change, @Nullable Stored<V> there, @Nullable Stored<V> live) {
    boolean written = WriteThrough.isWritten(change);
    if (!written && !astray) {
      return change;
    }
    if (!isHeld()) {
      return null;
    }
    if (!exclusive && !isSameEntry(seen, there)) {
      told = null;
    }
    Change<V> next = written ? toldOf(change) : amended(change, live);
    astray = true;
    seen = there;
    before = live == null ? before : live;
    return isHeld() ? next : null;
  }

  private Change<V> toldOf(Change<V> change) {
    if (!isSame(told, change)) {
      through.apply(key, change);
      told = change;
    }
    return change;
  }

  // What the writer was told of is not to be: it is told of what is. What is there is set once more
  // for a new token, so that whoever told the writer of another change meanwhile begins again.
  private Change<V> amended(Change<V> change, @Nullable Stored<V> live) {
    told = null;
    if (change instanceof Change.Write<V> loaded) {
      through.write(key, loaded.value());
    } else if (live != null) {
      through.write(key, live.value());
      return Change.restate();
    } else if (exclusive && before != null) {
      through.write(key, before.value()); // it expired or was dropped, which is not written
    }
    return change;
  }

  /**
   * Gets ready to begin again after a conflict.
   *
   * @throws javax.cache.CacheException if the lease was lost and cannot be had again in time
   */
  void lostRace() {
    if (lease != null && !lease.renew()) {
      lease = through.lease(key);
      told = null;
      before = null;
    } else if (!exclusive && seen == null) {
      told = null; // nothing was there, and is perhaps again: no token tells
    }
  }

  private boolean isHeld() {
    return lease == null || lease.keep();
  }

  private static <V> boolean isSame(@Nullable Change<V> told, Change<V> change) {
    if (told instanceof Change.Write<V> before && change instanceof Change.Write<V> now) {
      return before.value() == now.value();
    }
    return told == change;
  }

  private static boolean isSameEntry(@Nullable Stored<?> one, @Nullable Stored<?> other) {
    return (one == null || other == null) ? one == other : one.isSameEntry(other);
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    if (lease != null) {
      through.release(lease);
      lease = null;
    }
  }
}
