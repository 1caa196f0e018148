package org.cairncache.jcache;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cairncache.jcache.Counters.Kind;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries without a lock. A hit on an eternal entry reads no clock and allocates nothing.
 * Thread-safe.
 */
final class Reader<K, V> {
  private final Store<K, V> store;
  private final StoreTraits traits;
  private final StoreClock clock;
  private final ExpiryRules expiry;
  private final boolean touches;
  private final Store.Access<K, V> access = this::access;
  private final Updater<K, V> updater;
  private final @Nullable Loading<K, V> readThrough;
  private final Statistics statistics;
  private final Copying copying;
  private final ReadFailures failures;

  Reader(
      Store<K, V> store,
      StoreTraits traits,
      StoreClock clock,
      ExpiryRules expiry,
      Updater<K, V> updater,
      @Nullable Loading<K, V> readThrough,
      Statistics statistics,
      Copying copying,
      ReadFailures failures) {
    this.store = store;
    this.traits = traits;
    this.clock = clock;
    this.expiry = expiry;
    this.touches = expiry.touches();
    this.updater = updater;
    this.readThrough = readThrough;
    this.statistics = statistics;
    this.copying = copying;
    this.failures = failures;
  }

  /** Gets, loading what is missing if the cache reads through. */
  @Nullable V get(K key) {
    V value = statistics.isEnabled() ? countedGet(key) : valueOf(key);
    if (value == null && readThrough != null) {
      value = readThrough.load(key);
    }
    return value == null ? null : copying.copy(value);
  }

  private @Nullable V countedGet(K key) {
    Counters.Cell cell = statistics.untimed();
    if (cell == null) {
      return timedGet(key);
    }
    V value = valueOf(key);
    cell.add(value == null ? Kind.MISS : Kind.HIT, 1);
    return value;
  }

  private @Nullable V timedGet(K key) {
    long start = statistics.start();
    V value = valueOf(key);
    if (value == null) {
      statistics.miss(start);
    } else {
      statistics.hit(start);
    }
    return value;
  }

  private @Nullable V valueOf(K key) {
    try {
      return store.getValue(key, access);
    } catch (StoreException failure) {
      failures.tolerate(failure);
      return null;
    }
  }

  private @Nullable Stored<V> find(K key) {
    try {
      return store.get(key);
    } catch (StoreException failure) {
      failures.tolerate(failure);
      return null;
    }
  }

  private Map<K, Stored<V>> findAll(Set<? extends K> keys) {
    try {
      return store.getAll(keys);
    } catch (StoreException failure) {
      failures.tolerate(failure);
      return Map.of();
    }
  }

  /** Gets many, with one load for all that are missing, if all are of the cache's types. */
  Map<K, V> getAll(Set<? extends K> keys, EntryTypes<K, V> types) {
    Map<K, V> values = new HashMap<>((int) (keys.size() / 0.75f) + 1);
    // On the heap a map in between would cost more than the gets, and to walk the keys twice half.
    Map<K, Stored<V>> found = null;
    if (!isByReference()) {
      types.checkKeys(keys);
      found = findAll(keys);
    }
    boolean counts = statistics.isEnabled();
    for (K key : keys) {
      long start = counts ? statistics.start() : Statistics.NOT_TIMED;
      V value = found == null ? valueOf(types.checkKey(key)) : accessOrNull(key, found.get(key));
      if (value != null) {
        values.put(key, copying.copy(value));
      }
      if (counts) {
        statistics.looked(Lookup.of(value != null), start);
      }
    }
    if (readThrough != null && values.size() < keys.size()) {
      readThrough
          .loadMissing(keys.stream().filter(key -> !values.containsKey(key)).toList())
          .forEach((key, value) -> values.put(key, copying.copy(value)));
    }
    return values;
  }

  /** Returns the live entry as the deciding level has it, without counting as an access. */
  @Nullable Stored<V> peekLatest(K key) {
    return live(store.getLatest(key));
  }

  /** {@link org.cairncache.CairnCache#getStored}. */
  @Nullable Stored<V> latestStored(K key) {
    return liveOrNull(store.getLatest(key));
  }

  /** {@link org.cairncache.CairnCache#revalidate}. */
  @Nullable Stored<V> revalidate(K key, Stored<V> known) {
    // A store need not see that a deadline was moved: by one that has passed nothing is told.
    return unexpired(known) == null ? latestStored(key) : liveOrNull(store.revalidate(key, known));
  }

  /** {@link org.cairncache.CairnCache#findStored}. */
  @Nullable Stored<V> findStored(K key) {
    if (!statistics.isEnabled()) {
      return store.get(key);
    }
    long start = statistics.start();
    Stored<V> found = store.get(key);
    if (live(found) == null) {
      statistics.miss(start);
    } else {
      statistics.hit(start);
    }
    return found;
  }

  boolean containsKey(K key) {
    return live(find(key)) != null;
  }

  /** Whether the store holds objects, so that to ask it for many at once saves nothing. */
  boolean isByReference() {
    return traits.byReference();
  }

  /** An iteration's access to an entry: as a get, but a miss is no miss and nothing is loaded. */
  @Nullable V iterate(K key) {
    long start = statistics.start();
    // To pass by is no use of an entry that would keep it from eviction.
    return iterated(store.getLatestValue(key, access), start);
  }

  /** Likewise to one that was fetched with others. */
  @Nullable V iterate(K key, Stored<V> stored) {
    long start = statistics.start();
    return iterated(access(key, stored), start);
  }

  private @Nullable V iterated(@Nullable V value, long start) {
    if (value != null) {
      statistics.hit(start);
    }
    return copying.copyOrNull(value);
  }

  private @Nullable Stored<V> liveOrNull(@Nullable Stored<V> stored) {
    return stored != null && stored.isNull() ? unexpired(stored) : live(stored);
  }

  private @Nullable Stored<V> live(@Nullable Stored<V> stored) {
    return stored == null || !stored.isReadable() ? null : unexpired(stored);
  }

  private @Nullable Stored<V> unexpired(Stored<V> stored) {
    return clock.isPast(stored) ? null : stored;
  }

  private @Nullable V accessOrNull(K key, @Nullable Stored<V> stored) {
    return stored == null ? null : access(key, stored);
  }

  private @Nullable V access(K key, Stored<V> stored) {
    if (!stored.isReadable()) {
      return null;
    }
    if (clock.isPast(stored)) {
      expire(key);
      return null;
    }
    if (touches && expiry.mayMove(stored, clock.coarseMillis())) {
      touch(key, stored, clock.millis());
    }
    return stored.value();
  }

  // What a read changes is upkeep: the answer is known whether that succeeds or not.
  private void expire(K key) {
    try {
      updater.expire(key);
    } catch (StoreException failure) {
      failures.tolerate(failure);
    }
  }

  private void touch(K key, Stored<V> stored, long now) {
    long deadline = expiry.deadlineOfAccess(stored, now);
    if (deadline == ExpiryRules.UNCHANGED) {
      return;
    }
    try {
      if (store.touch(key, stored, deadline) && deadline <= now) {
        updater.expire(key);
      }
    } catch (StoreException failure) {
      failures.tolerate(failure);
    }
  }
}
