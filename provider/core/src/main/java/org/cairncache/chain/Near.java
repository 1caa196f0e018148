package org.cairncache.chain;

import java.util.Map;
import java.util.Set;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What a near level has of the entries of the far one, each whole, with the far one's token. It may
 * lose any of them at any time, and it never fails: what it cannot find or keep is not there. What
 * it cannot drop it does not give out again. What changes it is called as {@link Fills} says.
 * Thread-safe.
 */
interface Near<K, V> extends AutoCloseable {
  /** What is kept for the key, of whatever age; null if nothing is. */
  @Nullable Stored<Stored<V>> find(K key);

  Map<K, Stored<Stored<V>>> findAll(Set<? extends K> keys);

  /**
   * Keeps what a read of the far level has found.
   *
   * @param kept what was found here before it was asked
   */
  void fill(K key, @Nullable Stored<Stored<V>> kept, Stored<V> entry, long expiresAtMillis);

  /** Goes on with what is kept, which the far level still has. */
  void renew(K key, Stored<Stored<V>> kept, long expiresAtMillis);

  /** Keeps, or drops, what was written to the far level. */
  void wrote(K key, Stored<V> entry, long expiresAtMillis);

  /** Keeps, or drops, an entry whose deadline was moved in the far level. */
  void touched(K key, Stored<V> before, Stored<V> entry, long expiresAtMillis);

  /** Drops what this process has changed, so that no process takes it over again. */
  void drop(K key);

  /** Drops what another process has changed, which does the same. */
  void forget(K key);

  /** Whether something is kept that is not the entry that the far level has. */
  boolean contradicts(K key, @Nullable Stored<V> latest);

  /** Drops everything. */
  void clear();

  /** Likewise, and what the level itself wrote down. */
  void destroy();

  /** Drops what is past its deadline here, and what could not be dropped before. */
  void sweep(long nowMillis);

  /** Whether its methods may wait for a disk or a network. */
  boolean blocks();

  /** How far the clock of this level is ahead of the process's, in milliseconds. */
  long clockOffsetMillis();

  @Override
  void close();
}
