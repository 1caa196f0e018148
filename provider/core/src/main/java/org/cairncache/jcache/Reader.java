package org.cairncache.jcache;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
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
  private final InstantSource clock;
  private final ExpiryRules expiry;
  private final boolean touches;
  private final Updater<K, V> updater;
  private final @Nullable Loading<K, V> readThrough;
  private final Statistics statistics;
  private final Copying copying;

  Reader(
      Store<K, V> store,
      StoreTraits traits,
      InstantSource clock,
      ExpiryRules expiry,
      Updater<K, V> updater,
      @Nullable Loading<K, V> readThrough,
      Statistics statistics,
      Copying copying) {
    this.store = store;
    this.traits = traits;
    this.clock = clock;
    this.expiry = expiry;
    this.touches = expiry.touches();
    this.updater = updater;
    this.readThrough = readThrough;
    this.statistics = statistics;
    this.copying = copying;
  }

  /** Gets, loading what is missing if the cache reads through. */
  @Nullable V get(K key) {
    V value = statistics.isEnabled() ? countedGet(key) : access(key, store.get(key));
    if (value == null && readThrough != null) {
      value = readThrough.load(key);
    }
    return value == null ? null : copying.copy(value);
  }

  private @Nullable V countedGet(K key) {
    long start = statistics.start();
    V value = access(key, store.get(key));
    if (value == null) {
      statistics.miss(start);
    } else {
      statistics.hit(start);
    }
    return value;
  }

  /** Gets many, with one load for all that are missing. */
  Map<K, V> getAll(Set<? extends K> keys) {
    Map<K, V> values = new HashMap<>((int) (keys.size() / 0.75f) + 1);
    List<K> missing = new ArrayList<>();
    // On the heap a map in between would cost more than the gets.
    Map<K, Stored<V>> found = traits.byReference() ? null : store.getAll(keys);
    for (K key : keys) {
      long start = statistics.start();
      V value = access(key, found == null ? store.get(key) : found.get(key));
      if (value == null) {
        statistics.miss(start);
        missing.add(key);
      } else {
        statistics.hit(start);
        values.put(key, copying.copy(value));
      }
    }
    if (readThrough != null && !missing.isEmpty()) {
      readThrough
          .loadMissing(missing)
          .forEach((key, value) -> values.put(key, copying.copy(value)));
    }
    return values;
  }

  /** Returns the live entry as the deciding level has it, without counting as an access. */
  @Nullable Stored<V> peekLatest(K key) {
    return live(store.getLatest(key));
  }

  boolean containsKey(K key) {
    return live(store.get(key)) != null;
  }

  /** An iteration's access to an entry: as a get, but a miss is no miss and nothing is loaded. */
  @Nullable V iterate(K key, @Nullable Stored<V> stored) {
    long start = statistics.start();
    V value = access(key, stored);
    if (value != null) {
      statistics.hit(start);
    }
    return copying.copyOrNull(value);
  }

  private @Nullable Stored<V> live(@Nullable Stored<V> stored) {
    if (stored == null || !stored.isReadable()) {
      return null;
    }
    boolean timeless = stored.expiresAtMillis() == Lifetime.NEVER;
    return timeless || !stored.isExpiredAt(clock.millis()) ? stored : null;
  }

  private @Nullable V access(K key, @Nullable Stored<V> stored) {
    if (stored == null || !stored.isReadable()) {
      return null;
    }
    if (touches || stored.expiresAtMillis() != Lifetime.NEVER) {
      long now = clock.millis();
      if (stored.isExpiredAt(now)) {
        updater.expire(key);
        return null;
      }
      if (touches) {
        touch(key, stored, now);
      }
    }
    return stored.value();
  }

  private void touch(K key, Stored<V> stored, long now) {
    long deadline = expiry.deadlineOfAccess(stored, now);
    if (deadline != ExpiryRules.UNCHANGED
        && store.touch(key, stored, deadline)
        && deadline <= now) {
      updater.expire(key);
    }
  }
}
