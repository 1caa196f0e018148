package org.cairncache.chain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What a near level has of the entries of the far one, each whole, with the far one's token. It may
 * lose any of them at any time, and it never fails: what it cannot find or keep is not there. What
 * it cannot drop it does not give out again. What changes it is called as {@link Fills} says. All
 * times are by the clock of this process. Thread-safe.
 */
interface Near<K, V> extends AutoCloseable {
  /** What is kept for the key, of whatever age, even what is not readable; null if nothing is. */
  @Nullable NearEntry<V> find(K key);

  Map<K, NearEntry<V>> findAll(Set<? extends K> keys);

  /**
   * Keeps what a read of the far level has found.
   *
   * @param kept what was found here before it was asked
   */
  void fill(K key, @Nullable NearEntry<V> kept, Stored<V> entry, long goodUntilMillis);

  /** Goes on with what is kept, which the far level still has. */
  void renew(K key, NearEntry<V> kept, long goodUntilMillis);

  /** Keeps, or drops, what was written to the far level. */
  void wrote(K key, Stored<V> entry, long goodUntilMillis);

  /** Keeps, or drops, an entry whose deadline was moved in the far level. */
  void touched(K key, Stored<V> entry, long goodUntilMillis);

  /** Drops what this process has changed, so that no process takes it over again. */
  void drop(K key);

  /** Drops what another process has changed, which does the same. */
  void forget(K key);

  /** Drops everything. */
  void clear();

  /** Likewise, and what the level itself wrote down. */
  void destroy();

  /** Drops what is no longer good for anything, and what could not be dropped before. */
  void sweep(long nowMillis);

  /** Why it keeps no value of exactly this class; empty if it may, or nobody knows. */
  Optional<String> refusal(Class<?> valueType);

  /** Whether its methods may wait for a disk or a network. */
  boolean blocks();

  @Override
  void close();
}
