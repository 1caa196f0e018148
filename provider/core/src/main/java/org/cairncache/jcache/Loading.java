package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Loads what the cache does not have: one load at a time for each key, whoever asks, and outside of
 * the key's lock. Loaded values are never written through, and what was loaded before a key was
 * changed is never stored after it. As thread-safe as the loader.
 */
final class Loading<K, V> {
  private static final int MAXIMUM_ATTEMPTS = 8;

  private final CacheLoader<K, V> loader;
  private final Updater<K, V> updater;
  private final Copying copying;
  private final Supplier<Reader<K, V>> reader;
  private final Flights<K, V> flights;
  private final ReadFailures failures;

  /**
   * Loads with this loader.
   *
   * @param reader where a value may have come in since the miss
   * @param failures whether what was loaded is returned where the store fails
   */
  Loading(
      CacheLoader<K, V> loader,
      Flights<K, V> flights,
      Updater<K, V> updater,
      Copying copying,
      Supplier<Reader<K, V>> reader,
      ReadFailures failures) {
    this.loader = loader;
    this.flights = flights;
    this.updater = updater;
    this.copying = copying;
    this.reader = reader;
    this.failures = failures;
  }

  /**
   * Loads one key and stores its value unless there is one by then.
   *
   * @return the value that is there now, or null if there is none to load
   * @throws CacheLoaderException what the loader threw, or with it as the cause
   */
  @Nullable V load(K key) {
    return load(key, 1);
  }

  private @Nullable V load(K key, int attempt) {
    if (updater.isChanging(key)) {
      return fetch(key); // its own processor asks: storing is the processor's business
    }
    Flight<K, V> mine = new Flight<>(key);
    Flight<K, V> theirs = flights.board(mine);
    if (theirs != null) {
      return mayWait() ? join(key, theirs, attempt) : loadUnlessThere(key, theirs, attempt);
    }
    try {
      V value = loadUnlessThere(key, mine, attempt);
      mine.land(value);
      return value;
    } catch (RuntimeException | Error failure) {
      mine.crash(failure);
      throw failure;
    } finally {
      flights.remove(mine);
    }
  }

  // What they saw before we asked may have been changed since, by somebody who is about to take the
  // load off the board. That there is nothing we have seen ourselves.
  private @Nullable V join(K key, Flight<K, V> theirs, int attempt) {
    Flight.Step before = theirs.step();
    V value = theirs.join();
    if (value == null || theirs.step().compareTo(before) > 0) {
      return value;
    }
    flights.remove(theirs);
    return attempt < MAXIMUM_ATTEMPTS
        ? load(key, attempt + 1)
        : loadUnlessThere(key, theirs, attempt);
  }

  /** Asks the loader and stores nothing. */
  @Nullable V fetch(K key) {
    return call(() -> loader.load(key));
  }

  /**
   * Loads many with one call of the loader, each as {@link #load}; keys without a value are left
   * out.
   */
  Map<K, V> loadMissing(Collection<? extends K> keys) {
    Map<K, Flight<K, V>> mine = new LinkedHashMap<>();
    Map<K, Flight<K, V>> theirs = new HashMap<>();
    for (K key : keys) {
      Flight<K, V> flight = new Flight<>(key);
      Flight<K, V> running = flights.board(flight);
      if (running == null) {
        mine.put(key, flight);
      } else if (running != mine.get(key)) {
        theirs.put(key, running);
      }
    }
    Map<K, V> values = loadMine(mine);
    theirs.forEach(
        (key, flight) ->
            putIfPresent(
                values, key, mayWait() ? join(key, flight, 1) : loadUnlessThere(key, flight, 1)));
    return values;
  }

  /** Loads many with one call of the loader and stores them over what is there. */
  void loadOver(Collection<? extends K> keys) {
    fetchAll(keys)
        .forEach(
            (key, value) ->
                updater.load(copying.copyKey(key), Operations.loadOver(copying.copy(value))));
  }

  // The thread of that load may be waiting for the very listener that is asking.
  private static boolean mayWait() {
    return !KeyQueues.inListener();
  }

  private @Nullable V loadUnlessThere(K key, Flight<K, V> flight, int attempt) {
    flight.begin(Flight.Step.LOOKING);
    Stored<V> there = peek(key);
    if (there != null) {
      return there.value();
    }
    flight.begin(Flight.Step.LOADING);
    V loaded = fetch(key);
    return loaded == null ? null : store(key, loaded, flight, attempt);
  }

  private @Nullable Stored<V> peek(K key) {
    try {
      return reader.get().peekLatest(key);
    } catch (StoreException failure) {
      failures.tolerate(failure);
      return null;
    }
  }

  private Map<K, V> loadMine(Map<K, Flight<K, V>> mine) {
    Map<K, V> values = new HashMap<>();
    try {
      List<K> absent = new ArrayList<>(mine.size());
      mine.forEach(
          (key, flight) -> {
            flight.begin(Flight.Step.LOOKING);
            Stored<V> there = peek(key);
            if (there == null) {
              flight.begin(Flight.Step.LOADING);
              absent.add(key);
            } else {
              values.put(key, there.value());
            }
          });
      if (!absent.isEmpty()) {
        fetchAll(absent)
            .forEach(
                (key, value) ->
                    putIfPresent(values, key, store(key, value, flightOf(mine, key), 1)));
      }
      mine.forEach((key, flight) -> flight.land(values.get(key)));
      return values;
    } catch (RuntimeException | Error failure) {
      mine.values().forEach(flight -> flight.crash(failure));
      throw failure;
    } finally {
      mine.values().forEach(flights::remove);
    }
  }

  // A key that was removed while it was loaded is loaded again, within reason.
  private @Nullable V store(K key, V loaded, Flight<K, V> flight, int attempt) {
    V copy = copying.copy(loaded);
    if (updater.isChanging(key)) {
      return copy;
    }
    flight.begin(Flight.Step.STORING);
    try {
      V there =
          updater.load(
              copying.copyKey(key), Operations.loadIfAbsent(copy, () -> flights.isCurrent(flight)));
      if (there != null) {
        return there;
      }
    } catch (StoreException failure) {
      failures.tolerate(failure);
      return copy;
    }
    return attempt < MAXIMUM_ATTEMPTS ? load(key, attempt + 1) : copy;
  }

  private static <K, V> Flight<K, V> flightOf(Map<K, Flight<K, V>> mine, K key) {
    return Objects.requireNonNull(mine.get(key));
  }

  // A loader may return keys that nobody asked for, and null values: neither is stored.
  private Map<K, V> fetchAll(Collection<? extends K> keys) {
    Map<K, V> loaded = call(() -> loader.loadAll(keys));
    if (loaded == null) {
      throw new CacheLoaderException(
          loader.getClass().getName() + ".loadAll returned null; return an empty map for nothing");
    }
    Map<K, V> wanted = new HashMap<>();
    keys.forEach(key -> putIfPresent(wanted, key, loaded.get(key)));
    return wanted;
  }

  private static <K, V> void putIfPresent(Map<K, V> map, K key, @Nullable V value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static <T> @Nullable T call(Supplier<@Nullable T> load) {
    try {
      return load.get();
    } catch (CacheLoaderException failure) {
      throw failure;
    } catch (Exception failure) { // also a checked one that the loader does not declare
      throw new CacheLoaderException("The cache loader failed", failure);
    }
  }
}
