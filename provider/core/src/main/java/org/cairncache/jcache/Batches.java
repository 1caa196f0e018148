package org.cairncache.jcache;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.CacheException;
import javax.cache.event.CacheEntryListenerException;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * putAll and removeAll. Every key is attempted; with a writer the keys are locked in one global
 * order and the writer is called once for all, and what it did not do the cache does not do either.
 * Thread-safe.
 */
final class Batches<K, V> {
  private final Store<K, V> store;
  private final InstantSource clock;
  private final ExpiryRules expiry;
  private final Updater<K, V> updater;
  private final @Nullable WriteThrough<K, V> writer;
  private final Listeners<K, V> listeners;
  private final Statistics statistics;
  private final Copying copying;
  private final Flights<K, V> flights;
  // On the heap a map in between would cost as much as the puts.
  private final boolean putsEach;
  private final boolean keepsDeadlines;
  // Until the store says that it cannot.
  private volatile boolean storeKeepsDeadlines = true;

  Batches(
      Store<K, V> store,
      InstantSource clock,
      ExpiryRules expiry,
      Updater<K, V> updater,
      @Nullable WriteThrough<K, V> writer,
      Listeners<K, V> listeners,
      Statistics statistics,
      Copying copying,
      Flights<K, V> flights,
      StoreTraits traits) {
    this.store = store;
    this.clock = clock;
    this.expiry = expiry;
    this.updater = updater;
    this.writer = writer;
    this.listeners = listeners;
    this.statistics = statistics;
    this.copying = copying;
    this.flights = flights;
    this.putsEach = writer == null && traits.byReference() && copying.copiesNothing();
    this.keepsDeadlines = writer == null && expiry.keepsDeadlineOnUpdate();
  }

  // Whether a put needs neither to know the entry that is there nor to tell anybody of it. It waits
  // for whoever is changing the key: else a slow processor would lose to every put, for ever.
  private boolean mayPutBlindly(K key) {
    return mayPutBlindly() && !updater.isLocked(key);
  }

  private boolean mayPutAllBlindly(Set<K> keys) {
    return mayPutBlindly() && keys.stream().noneMatch(updater::isLocked);
  }

  private boolean mayPutBlindly() {
    return writer == null && expiry.allowsBlindPut() && listeners.isEmpty();
  }

  /** Puts one value: one write to the store wherever that is enough. */
  void put(K key, V value) {
    K keyCopy = copying.copyKey(key);
    V copy = copying.copy(value);
    if (mayPutBlindly(keyCopy)) {
      long start = statistics.start();
      store.put(keyCopy, copy, expiry.ofBlindPut(nowOfBlindPut()));
      flights.supersede(keyCopy);
      statistics.put(start);
    } else {
      putKnowingly(keyCopy, copy);
    }
  }

  // The entry that is there matters; where only its deadline does, the store may look itself.
  private void putKnowingly(K key, V value) {
    if (!putKeepingDeadline(key, value)) {
      updater.update(key, Operations.put(value));
    }
  }

  private boolean putKeepingDeadline(K key, V value) {
    if (!keepsDeadlines || !storeKeepsDeadlines || !listeners.isEmpty() || updater.isLocked(key)) {
      return false;
    }
    long start = statistics.start();
    long now = clock.millis();
    if (store.putKeepingDeadline(key, value, expiry.ofCreation(now), now) == null) {
      storeKeepsDeadlines = false;
      return false;
    }
    flights.supersede(key);
    statistics.put(start);
    return true;
  }

  void putAll(Map<? extends K, ? extends V> map) {
    if (putsEach) {
      eachAlone(map.entrySet(), entry -> put(entry.getKey(), entry.getValue()));
      return;
    }
    Map<K, V> entries = new LinkedHashMap<>((int) (map.size() / 0.75f) + 1);
    map.forEach((key, value) -> entries.put(copying.copyKey(key), copying.copy(value)));
    if (mayPutAllBlindly(entries.keySet())) {
      putAllBlindly(entries);
    } else if (writer == null) {
      eachAlone(entries.keySet(), key -> putKnowingly(key, valueOf(entries, key)));
    } else {
      writeAll(writer, entries);
    }
  }

  private void writeAll(WriteThrough<K, V> through, Map<K, V> entries) {
    Pending<K, V> pending = new Pending<>();
    List<RuntimeException> failures = new ArrayList<>();
    try (var locks = updater.lockAll(entries.keySet());
        Writings<K, V> writings = through.beginAll(entries.keySet())) {
      Map<K, Stored<V>> there = through.look(store, entries.keySet());
      WriteThrough.Result<K> written = through.writeAll(entries);
      written.addTo(failures);
      entries.keySet().removeAll(written.undone());
      entries.forEach(
          (key, value) -> writings.of(key).wasTold(Change.Write.put(value), there.get(key)));
      each(
          entries.keySet(),
          key ->
              updater.updateLocked(
                  key, Operations.put(valueOf(entries, key)), writings.of(key), pending),
          failures);
    }
    finish(pending, failures);
  }

  void removeAll(Set<? extends K> keys) {
    Set<K> left = new HashSet<>(keys);
    if (writer == null) {
      eachAlone(left, key -> updater.update(key, Operations.remove()));
      return;
    }
    deleteAll(writer, left);
  }

  private void deleteAll(WriteThrough<K, V> through, Set<K> left) {
    Pending<K, V> pending = new Pending<>();
    List<RuntimeException> failures = new ArrayList<>();
    try (var locks = updater.lockAll(left);
        Writings<K, V> writings = through.beginAll(left)) {
      Map<K, Stored<V>> there = through.look(store, left);
      WriteThrough.Result<K> deleted = through.deleteAll(left);
      deleted.addTo(failures);
      left.removeAll(deleted.undone());
      left.forEach(key -> writings.of(key).wasTold(Change.delete(), there.get(key)));
      each(
          left,
          key -> updater.updateLocked(key, Operations.remove(), writings.of(key), pending),
          failures);
    }
    finish(pending, failures);
  }

  /** Removes what is there; nothing is told to the writer of an empty cache. */
  void removeAll() {
    if (writer == null && listeners.isEmpty() && !statistics.isEnabled()) {
      clear();
      return;
    }
    Set<K> keys = new HashSet<>();
    try (Stream<K> stream = store.keys()) {
      stream.forEach(keys::add);
    }
    if (!keys.isEmpty()) {
      removeAll(keys);
    }
  }

  /** Drops every entry and tells nobody. */
  void clear() {
    store.clear();
    flights.supersedeAll();
  }

  private void putAllBlindly(Map<K, V> entries) {
    long start = statistics.start();
    Map<K, Outcome<V>> outcomes = store.putAll(entries, expiry.ofBlindPut(nowOfBlindPut()));
    entries.keySet().forEach(flights::supersede);
    List<CacheException> failures = new ArrayList<>();
    for (Outcome<V> outcome : outcomes.values()) {
      if (outcome instanceof Outcome.Failed<V> failed) {
        failures.add(failed.cause());
      }
    }
    statistics.puts(entries.size() - failures.size(), start);
    Failures.throwFirst(failures);
  }

  private long nowOfBlindPut() {
    return expiry.isEternal() ? 0 : clock.millis();
  }

  private static <K, V> V valueOf(Map<K, V> entries, K key) {
    V value = entries.get(key);
    if (value == null) {
      throw new IllegalStateException("A key of the batch has no value");
    }
    return value;
  }

  // The listeners hear of what was done, whatever else failed.
  private void finish(Pending<K, V> pending, List<RuntimeException> failures) {
    try {
      listeners.deliver(pending);
    } catch (CacheEntryListenerException failure) {
      failures.add(failure);
    }
    Failures.throwFirst(failures);
  }

  private static <K> void eachAlone(Collection<K> keys, Consumer<? super K> action) {
    List<RuntimeException> failures = new ArrayList<>();
    each(keys, action, failures);
    Failures.throwFirst(failures);
  }

  private static <K> void each(
      Collection<K> keys, Consumer<? super K> action, List<RuntimeException> failures) {
    for (K key : keys) {
      try {
        action.accept(key);
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
  }
}
