package org.cairncache;

import java.time.InstantSource;
import java.util.Optional;
import javax.cache.Cache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
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
   * Never loads, and is no access for the expiry policy, the statistics or eviction. A value that
   * lives on the heap is the one in the cache: give it out as a {@link #copy}.
   *
   * @throws IllegalStateException if the cache is closed
   * @throws javax.cache.CacheException if the store fails
   */
  @Nullable Stored<V> getStored(K key);

  /**
   * Returns the entry as {@link #getStored} does, but {@code known} itself if the entry of that
   * write is there still and its deadline has not passed: for whoever looks again and again. Redis,
   * files and buckets then send no value, whatever its size. Never loads, and is no access for the
   * expiry policy, the statistics or eviction.
   *
   * <p>Where the deadline was moved since, that is another object of the same entry ({@link
   * Stored#isSameEntry}) with the new one, or {@code known} where the store need not look for that.
   *
   * @param known an entry of this key that this cache gave
   * @throws IllegalStateException if the cache is closed
   * @throws javax.cache.CacheException if the store fails
   */
  @Nullable Stored<V> revalidate(K key, Stored<V> known);

  /**
   * Tells the listener of changes that others made to this cache's entries, in any process, and in
   * a chain only once the near levels here have dropped what changed. Notices are hints: some may
   * be lost or come twice, some may be of what was changed here, and one may still come while the
   * subscription is closed.
   *
   * <p>Memory, files and buckets tell nothing. Redis then sends this process a notice for each
   * change of any entry of the cache, as it does for near levels.
   *
   * @param listener called on a thread of the store: it must not block, nor throw
   * @return closing it ends the subscription, and so does closing the cache
   * @throws IllegalStateException if the cache is closed
   */
  Store.Subscription onInvalidation(Store.InvalidationListener<? super K> listener);

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
   * Why this cache refuses every value of this class, and what to do about it, in one sentence: for
   * whoever would rather warn at deployment than fail with the first value. Empty is no promise:
   * what a value refers to is looked at when there is one, and of an interface, an abstract class
   * or {@code Object} nothing is known. A class that others extend is judged by itself. Makes no
   * request.
   *
   * @param valueType what a method is declared to return, primitive types included
   * @throws IllegalStateException if the cache is closed
   */
  Optional<String> refusal(Class<?> valueType);

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
