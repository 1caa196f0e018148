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
   * null if there is none or its deadline has passed. Never loads, and is no access for the expiry
   * policy or the statistics. A value that lives on the heap is the one in the cache: do not change
   * it.
   *
   * @throws IllegalStateException if the cache is closed
   * @throws javax.cache.CacheException if the store fails
   */
  @Nullable Stored<V> getStored(K key);

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
   * @param expected an entry from {@link #getStored}, or null to expect none
   * @param lifetime in milliseconds of {@link #clock()}
   * @return the new entry with its token, or null on conflict or where the lifetime had ended
   * @throws IllegalStateException if the cache is closed
   * @throws javax.cache.CacheException if the store, the writer or a synchronous listener fails
   */
  @Nullable Stored<V> compareAndSet(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes);
}
