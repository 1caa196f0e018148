package org.cairncache;

import java.time.InstantSource;
import javax.cache.Cache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What a Cairn cache can do beyond JSR-107; get it by {@code cache.unwrap(CairnCache.class)}. It is
 * the same cache: writer, listeners and statistics hold here as well. Thread-safe.
 *
 * @param <K> the type of keys
 * @param <V> the type of values
 */
public interface CairnCache<K, V> extends Cache<K, V> {

  /**
   * Returns the entry with its times and, by its identity, the token for {@link #compareAndSet};
   * null if there is none or its deadline has passed. It may be one that {@link Stored#isNull()}.
   * Never loads, and is no access for the expiry policy or the statistics. A value that lives on
   * the heap is the one in the cache: give it out as a {@link #copy}.
   *
   * @throws IllegalStateException if the cache is closed
   * @throws javax.cache.CacheException if the store fails
   */
  @Nullable Stored<V> getStored(K key);

  /**
   * Returns the entry as {@link #get} finds it, so perhaps from a near level of a chain; null if
   * there is none. It may be past its deadline, cannot be decoded perhaps, or {@link
   * Stored#isNull()}: the caller looks. Never loads, and is no access for the expiry policy; it
   * counts as a get in the statistics. As a token it may be out of date, and then conflicts.
   *
   * @throws IllegalStateException if the cache is closed
   * @throws javax.cache.CacheException if the store fails, whatever the cache does when a get fails
   */
  @Nullable Stored<V> findStored(K key);

  /**
   * Returns a value of an entry as a caller may have it: a copy where the cache copies, the value
   * itself where it does not or nobody can change it.
   */
  V copy(V value);

  /**
   * The clock that deadlines of this cache go by: the manager's, or, where processes share the
   * store, the one that they agree on. Take lifetimes for {@link #compareAndSet} and the present
   * for {@link Stored#isExpiredAt} from it. Reading it makes no request.
   */
  InstantSource clock();

  /**
   * Sets the value if the entry is still the expected one. The lifetime beats the expiry policy;
   * one that has already ended removes the entry.
   *
   * <p>A null value makes an entry that says so ({@link Stored#isNull()}): it is there for {@link
   * #getStored} and for this method, while to all operations of JSR-107 there is nothing.
   *
   * @param expected an entry from {@link #getStored}, or null to expect none
   * @param value null where null is to be remembered
   * @param lifetime in milliseconds of {@link #clock()}
   * @return the new entry with its token, or null on conflict or where the lifetime had ended
   * @throws IllegalStateException if the cache is closed
   * @throws javax.cache.CacheException if the store, the writer or a synchronous listener fails
   * @throws UnsupportedOperationException for a null value, if the cache is written through or its
   *     store keeps no nulls
   */
  @Nullable Stored<V> compareAndSet(
      K key,
      @Nullable Stored<V> expected,
      @Nullable V value,
      Lifetime lifetime,
      Attributes attributes);
}
