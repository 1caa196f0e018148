package org.cairncache.spi.encoded;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.ForwardingStore;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Spares writes of values that are there already: at most the deadline moves, and the entry stays
 * the same one, with its token. Values are compared by a SHA-256 of what the codec makes of them,
 * so compression, encryption and times do not matter. An entry with freshness is always written,
 * for its times move. Thread-safe.
 */
final class DedupedStore<K, V> extends ForwardingStore<K, V> {
  // What is about to expire may be removed by one who saw it expired, by the token that stays.
  private static final long LEAST_LIFE_MILLIS = 5_000;

  private final ValueFormat<V> values;
  private final Supplier<InstantSource> clock;
  private final StoreObserver observer;

  DedupedStore(EncodedStore<K, V> encoded, EncodedParts<K, V> parts) {
    super(encoded);
    this.values = parts.values();
    this.clock = parts.clock();
    this.observer = parts.observer();
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    Stored<V> there = there(key);
    return there != null
            && isSame(there, value, lifetime, Attributes.NONE)
            && move(key, there, lifetime)
        ? spared(Operation.PUT, there, value, lifetime, Attributes.NONE)
        : super.put(key, value, lifetime);
  }

  @Override
  public @Nullable Stored<V> putKeepingDeadline(
      K key, V value, Lifetime ofCreation, long nowMillis) {
    Stored<V> there = there(key);
    return there != null && isSame(there, value, ofCreation, Attributes.NONE)
        ? spared(
            Operation.PUT, there, value, Lifetime.until(there.expiresAtMillis()), Attributes.NONE)
        : super.putKeepingDeadline(key, value, ofCreation, nowMillis);
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    return expected != null && isSame(expected, value, lifetime, attributes)
        ? confirm(key, expected, value, lifetime, attributes)
        : super.replace(key, expected, value, lifetime, attributes);
  }

  /** What replacing the entry by an equal one would give. */
  private @Nullable Stored<V> confirm(
      K key, Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    return moveIfStillThere(key, expected, lifetime)
        ? spared(Operation.REPLACE, expected, value, lifetime, attributes)
        : null;
  }

  @Override
  public Map<K, Outcome<V>> putAll(Map<? extends K, ? extends V> entries, Lifetime lifetime) {
    Map<K, Outcome<V>> outcomes = new HashMap<>();
    Map<K, V> changed = new HashMap<>(entries);
    thereOf(entries)
        .forEach(
            (key, there) -> {
              V value = entries.get(key);
              if (value != null
                  && isSame(there, value, lifetime, Attributes.NONE)
                  && move(key, there, lifetime)) {
                Stored<V> spared = spared(Operation.PUT, there, value, lifetime, Attributes.NONE);
                outcomes.put(key, new Outcome.Written<>(spared));
                changed.remove(key);
              }
            });
    outcomes.putAll(super.putAll(changed, lifetime));
    return outcomes;
  }

  @Override
  public Map<K, Outcome<V>> replaceAll(Map<K, Replacement<V>> replacements) {
    Map<K, Outcome<V>> outcomes = new HashMap<>();
    Map<K, Replacement<V>> changed = new HashMap<>(replacements);
    replacements.forEach(
        (key, next) -> {
          Stored<V> expected = next.expected();
          if (expected != null
              && isSame(expected, next.value(), next.lifetime(), next.attributes())) {
            changed.remove(key);
            outcomes.put(
                key,
                Outcome.of(
                    () ->
                        confirm(key, expected, next.value(), next.lifetime(), next.attributes())));
          }
        });
    outcomes.putAll(super.replaceAll(changed));
    return outcomes;
  }

  // A read that fails spares nothing; the write then tells what is wrong.
  private @Nullable Stored<V> there(K key) {
    try {
      return getLatest(key);
    } catch (StoreException failure) {
      return null;
    }
  }

  private Map<K, Stored<V>> thereOf(Map<? extends K, ?> entries) {
    try {
      return getAll(entries.keySet());
    } catch (StoreException failure) {
      return Map.of();
    }
  }

  private boolean isSame(Stored<V> there, V value, Lifetime lifetime, Attributes attributes) {
    return there instanceof EncodedEntry<V> entry
        && entry.digest() != null
        && !lifetime.hasFreshness()
        && entry.freshUntilMillis() == Lifetime.NEVER
        && entry.attributes().equals(attributes)
        && !entry.isExpiredAt(clock.get().millis() + clockOffsetMillis() + LEAST_LIFE_MILLIS)
        && Arrays.equals(entry.digest(), values.digest(value));
  }

  /** False if the entry is no longer there. */
  private boolean move(K key, Stored<V> there, Lifetime lifetime) {
    return there.expiresAtMillis() == lifetime.expiresAtMillis()
        || touch(key, there, lifetime.expiresAtMillis());
  }

  // It may have been read long ago.
  private boolean moveIfStillThere(K key, Stored<V> expected, Lifetime lifetime) {
    if (expected.expiresAtMillis() != lifetime.expiresAtMillis()) {
      return touch(key, expected, lifetime.expiresAtMillis());
    }
    Stored<V> now = getLatest(key);
    return now != null && now.isSameEntry(expected) && move(key, now, lifetime);
  }

  private Stored<V> spared(
      Operation operation, Stored<V> there, V value, Lifetime lifetime, Attributes attributes) {
    observer.unchanged(operation);
    byte[] token = there.token();
    return token == null ? there : restore(value, lifetime, attributes, token);
  }
}
