package org.cairncache.spi;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one cache, wherever they live: reads, and writes that compare the entry that was
 * read with the entry that is there. The entry you read is the token that you hand back.
 *
 * <p>A store knows nothing of expiry policies, events, statistics, loaders or writers: the front
 * decides, the store compares and sets. It keeps expired entries until somebody removes them,
 * though it may drop them on its own as garbage once they are past their deadline by the grace of
 * its {@link StoreTraits}.
 *
 * <p>Every method may be called by any number of threads at once. Keys and values are never null;
 * where values are kept by reference the front has copied what must be copied. A failure of the
 * medium is a {@link StoreException}; a conflict is a result. After {@link #close()} every method
 * may throw {@link IllegalStateException}.
 *
 * @param <K> the type of keys, compared by {@code equals}
 * @param <V> the type of values
 */
public interface Store<K, V> extends AutoCloseable {

  /**
   * Returns the entry of the key, or null. It may be stale by what the store documents (the near
   * level of a chain), and it may be past its deadline: the caller looks.
   */
  @Nullable Stored<V> get(K key);

  /**
   * Returns the value of what {@link #get} finds, as the access makes it of the entry; null where
   * there is none. Of a value that is all there is to its entry ({@link Lifetime#ETERNAL}, without
   * attributes) a store may skip the entry and the access.
   */
  default @Nullable V getValue(K key, Access<K, V> access) {
    Stored<V> found = get(key);
    return found == null ? null : access.valueOf(key, found);
  }

  /**
   * Returns the entry as the level that decides writes has it, never a stale one, and never null
   * for something that exists: what cannot be decoded comes back with {@link Stored#isReadable()}
   * false and a token that is valid in {@link #replace} and {@link #remove(Object, Stored)}. A
   * failure throws here even where reads fail open.
   */
  default @Nullable Stored<V> getLatest(K key) {
    return get(key);
  }

  /** As {@link #getValue}, of what {@link #getLatest} finds. */
  default @Nullable V getLatestValue(K key, Access<K, V> access) {
    Stored<V> found = getLatest(key);
    return found == null ? null : access.valueOf(key, found);
  }

  /**
   * Tells that an operation used the entry that {@link #getLatest} found, and did not write it: for
   * stores that keep what is used most and do not count {@code getLatest}, which may be followed by
   * a write of the same call. Does nothing (the default) where {@code getLatest} counts, as it may.
   */
  default void accessed(K key) {}

  /**
   * Returns {@code known} itself if the entry of that write is there still, else what {@link
   * #getLatest} does: a store that can ask for that sends no value where there is no new one, and
   * may then not see that the deadline was moved since {@code known} was read.
   */
  default @Nullable Stored<V> revalidate(K key, Stored<V> known) {
    Stored<V> latest = getLatest(key);
    return latest != null
            && latest.isSameEntry(known)
            && latest.expiresAtMillis() == known.expiresAtMillis()
        ? known
        : latest;
  }

  /** Sets the entry whatever is there and returns it with its token. */
  Stored<V> put(K key, V value, Lifetime lifetime);

  /**
   * Sets the entry whatever is there; where one is there whose deadline has not passed, the new one
   * keeps that deadline, else it gets {@code ofCreation}: a put under a policy that leaves
   * deadlines alone on update, in one request.
   *
   * @param ofCreation the lifetime where there is nothing to keep, without freshness
   * @param nowMillis the present in epoch milliseconds
   * @return the new entry with its token and true deadline, or null, and nothing is done, where the
   *     medium cannot do it in one request (the default): the caller then reads first, and need not
   *     ask this store again
   */
  default @Nullable Stored<V> putKeepingDeadline(
      K key, V value, Lifetime ofCreation, long nowMillis) {
    return null;
  }

  /**
   * Sets the entry if {@code expected} is still what is there; null expects that nothing is.
   *
   * @return the new entry, or null on conflict
   */
  @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes);

  /**
   * As {@link #replace}, but the new entry says that the value is null ({@link Stored#isNull()}).
   *
   * @throws UnsupportedOperationException if this store keeps no nulls (the default)
   */
  default @Nullable Stored<V> replaceByNull(
      K key, @Nullable Stored<V> expected, Lifetime lifetime, Attributes attributes) {
    throw new UnsupportedOperationException("This store keeps no nulls");
  }

  /** Removes the entry if {@code expected} is still what is there; false is a conflict. */
  boolean remove(K key, Stored<V> expected);

  /** Removes the entry whatever it is; true if there was one, even one past its deadline. */
  default boolean remove(K key) {
    for (Stored<V> stored; (stored = getLatest(key)) != null; ) {
      if (remove(key, stored)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Moves only the deadline of an entry. Every token handed out for it stays valid.
   *
   * @param expiresAtMillis the new deadline in epoch milliseconds, or {@link Lifetime#NEVER}
   * @return false if {@code expected} is no longer what is there
   */
  boolean touch(K key, Stored<V> expected, long expiresAtMillis);

  /**
   * Makes an entry of what somebody wrote down of one that this store gave: good for {@link
   * #replace}, {@link #remove(Object, Stored)} and {@link #touch} as the original is.
   *
   * @param token what {@link Stored#token()} gave, in this process or another
   * @throws UnsupportedOperationException if the tokens of this store are objects on the heap
   */
  default Stored<V> restore(V value, Lifetime lifetime, Attributes attributes, byte[] token) {
    throw new UnsupportedOperationException("The tokens of this store do not leave the heap");
  }

  /** As {@link #restore}, of an entry that {@link Stored#isNull()}. */
  default Stored<V> restoreNull(Lifetime lifetime, Attributes attributes, byte[] token) {
    throw new UnsupportedOperationException("This store keeps no nulls");
  }

  /**
   * What reading the value would give if it were written now: the value itself where objects are
   * kept, an object of its own where they are encoded.
   *
   * @throws javax.cache.CacheException if it cannot be encoded
   */
  default V copy(V value) {
    return value;
  }

  /** Likewise of a key: an equal one that is an object of its own where keys are encoded. */
  default K copyKey(K key) {
    return key;
  }

  /**
   * Why this store refuses every value of exactly this class, as its codec tells ({@link
   * Codec#refusal}); empty (the default) where it may take some, or nobody knows. Makes no request.
   */
  default Optional<String> refusal(Class<?> valueType) {
    return Optional.empty();
  }

  /**
   * The keys, each at most once, weakly consistent: concurrent changes may or may not be seen, and
   * never throw. Keys of entries past their deadline may be among them. The caller closes the
   * stream.
   */
  Stream<K> keys();

  /**
   * The keys of the entries whose deadline has passed, as far as the store finds them without
   * counting as an access. The caller closes the stream.
   *
   * @param nowMillis the present in epoch milliseconds
   */
  default Stream<K> expiredKeys(long nowMillis) {
    return keys()
        .filter(
            key -> {
              Stored<V> stored = get(key);
              return stored != null && stored.isExpiredAt(nowMillis);
            });
  }

  /** Gets many at once, with one request where the medium can; absent keys are left out. */
  default Map<K, Stored<V>> getAll(Set<? extends K> keys) {
    Map<K, Stored<V>> found = new HashMap<>(keys.size() * 2);
    for (K key : keys) {
      Stored<V> stored = get(key);
      if (stored != null) {
        found.put(key, stored);
      }
    }
    return found;
  }

  /**
   * Puts many at once, each unconditionally and not together atomically. Every key is attempted.
   *
   * @return the outcome of each key, never {@link Outcome.Conflict}
   */
  default Map<K, Outcome<V>> putAll(Map<? extends K, ? extends V> entries, Lifetime lifetime) {
    Map<K, Outcome<V>> outcomes = new HashMap<>(entries.size() * 2);
    entries.forEach((key, value) -> outcomes.put(key, Outcome.of(() -> put(key, value, lifetime))));
    return outcomes;
  }

  /** Replaces many at once, each as {@link #replace} does. Every key is attempted. */
  default Map<K, Outcome<V>> replaceAll(Map<K, Replacement<V>> replacements) {
    Map<K, Outcome<V>> outcomes = new HashMap<>(replacements.size() * 2);
    replacements.forEach(
        (key, next) ->
            outcomes.put(
                key,
                Outcome.of(
                    () ->
                        replace(
                            key,
                            next.expected(),
                            next.value(),
                            next.lifetime(),
                            next.attributes()))));
    return outcomes;
  }

  /** Removes the entries of this cache and of no other. */
  default void clear() {
    try (Stream<K> keys = keys()) {
      keys.forEach(this::remove);
    }
  }

  /**
   * Removes all that the cache has here, for every process: its entries and what the store itself
   * wrote down of it.
   */
  default void destroy() {
    clear();
  }

  /**
   * How far the clock that this store's processes agree on is ahead of {@link
   * StoreContext#clock()}, in milliseconds; negative if it is behind. It may change at any time,
   * and must cost no request. All deadlines and every present that the front hands over are of the
   * agreed clock; it asks stores that are {@link StoreTraits#shared()} alone.
   */
  default long clockOffsetMillis() {
    return 0;
  }

  /**
   * Leases of keys, each for so long at the most: with them a front keeps what lies outside the
   * store in step with it. Empty (the default) where the store has none; a store that is not shared
   * needs none.
   */
  default Optional<Leases<K>> leases(Duration duration) {
    return Optional.empty();
  }

  /**
   * Tells the listener of changes that somebody else made to this cache's entries. Notices are
   * hints: some may be lost, and a store without a channel for them (the default) sends none.
   *
   * @return closing it ends the subscription
   */
  default Subscription onInvalidation(InvalidationListener<? super K> listener) {
    return () -> {};
  }

  /**
   * Ends this view of the store and what belongs to it alone; the data stays where the medium keeps
   * it. Returns within 5 seconds whatever hangs, and a second call does nothing.
   */
  @Override
  void close();

  /** What reading an entry gives and brings about. */
  @FunctionalInterface
  interface Access<K, V> {
    /** The value, or null if the entry is as good as not there. */
    @Nullable V valueOf(K key, Stored<V> entry);
  }

  /** Hears of invalidated keys, on a thread of the store: it must not block. */
  interface InvalidationListener<K> {
    /** The entry of this key changed elsewhere. */
    void invalidated(K key);

    /** Anything may have changed elsewhere. */
    void allInvalidated();
  }

  /** A subscription to notices. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
