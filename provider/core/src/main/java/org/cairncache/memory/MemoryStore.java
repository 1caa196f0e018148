package org.cairncache.memory;

import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Entries on the heap. A map holds the value itself where it is eternal and all there is to its
 * entry, which then costs nothing beyond the map; else a {@link Stored}. Deadlines lie in the
 * entries alone. Thread-safe.
 */
abstract class MemoryStore<K, V> implements Store<K, V> {
  private final ConcurrentMap<K, Object> held;
  // Until the first entry is held all that is held are values: no need to look at one.
  private volatile boolean holdsEntries;
  // Until the first deadline is set there is nothing for a sweep to find.
  private volatile boolean hasDeadlines;

  MemoryStore(ConcurrentMap<K, Object> held) {
    this.held = held;
  }

  /** What is held for the key; not for reads of the application. */
  abstract @Nullable Object peek(K key);

  /** The value of what a read has found. */
  @SuppressWarnings("unchecked") // what is no entry is a value
  final @Nullable V valueOf(K key, @Nullable Object found, Access<K, V> access) {
    if (found != null && holdsEntries && found instanceof Stored<?> entry) {
      return access.valueOf(key, (Stored<V>) entry);
    }
    return (V) found;
  }

  @Override
  public @Nullable V getLatestValue(K key, Access<K, V> access) {
    return valueOf(key, peek(key), access);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    Stored<V> entry = entry(value, lifetime, Attributes.NONE);
    held.put(key, BareEntry.heldOf(entry));
    return entry;
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    return replace(key, expected, entry(value, lifetime, attributes));
  }

  @Override
  public @Nullable Stored<V> replaceByNull(
      K key, @Nullable Stored<V> expected, Lifetime lifetime, Attributes attributes) {
    willHold(lifetime.expiresAtMillis());
    return replace(key, expected, new FreshEntry<V>(null, lifetime, attributes));
  }

  private @Nullable Stored<V> replace(K key, @Nullable Stored<V> expected, Stored<V> entry) {
    Object next = BareEntry.heldOf(entry);
    boolean won =
        expected == null
            ? held.putIfAbsent(key, next) == null
            : exchange(key, BareEntry.heldOf(expected), next);
    return won ? entry : null;
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    return exchange(key, BareEntry.heldOf(expected), null);
  }

  // Values are compared by identity, whatever their equals says; the map itself would ask that.
  // Caffeine's computeIfPresent looks the key up twice.
  private boolean exchange(K key, Object expected, @Nullable Object next) {
    Exchange<K> exchange = new Exchange<>(expected, next);
    held.compute(key, exchange);
    return exchange.won;
  }

  private static final class Exchange<K> implements BiFunction<K, Object, @Nullable Object> {
    private final Object expected;
    private final @Nullable Object next;
    private boolean won;

    Exchange(Object expected, @Nullable Object next) {
      this.expected = expected;
      this.next = next;
    }

    @Override
    public @Nullable Object apply(K key, @Nullable Object found) {
      won = found == expected;
      return won ? next : found;
    }
  }

  @Override
  public boolean remove(K key) {
    return held.remove(key) != null;
  }

  /**
   * In place. An entry that was written as {@link Lifetime#ETERNAL} has no room for a deadline: its
   * first one makes a new entry, and earlier tokens then conflict.
   */
  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    if (expected instanceof ExpiringEntry<V> entry) {
      if (peek(key) != expected) {
        return false; // and readers that still hold the entry must not see it live longer
      }
      willHold(expiresAtMillis);
      entry.moveDeadline(expiresAtMillis);
      return true;
    }
    Lifetime lifetime = Lifetime.until(expiresAtMillis);
    return replace(key, expected, expected.value(), lifetime, expected.attributes()) != null;
  }

  @Override
  public Stream<K> keys() {
    return held.keySet().stream();
  }

  @Override
  public Stream<K> expiredKeys(long nowMillis) {
    if (!hasDeadlines) {
      return Stream.empty();
    }
    return held.entrySet().stream()
        .filter(
            found -> found.getValue() instanceof Stored<?> entry && entry.isExpiredAt(nowMillis))
        .map(found -> found.getKey());
  }

  @Override
  public void clear() {
    held.clear();
  }

  /** The data goes with the store: a heap keeps nothing for anybody. */
  @Override
  public void close() {
    held.clear();
  }

  // Before an entry is held readers must know that one may be.
  private Stored<V> entry(V value, Lifetime lifetime, Attributes attributes) {
    if (lifetime.hasFreshness() || attributes != Attributes.NONE) {
      willHold(lifetime.expiresAtMillis());
      return new FreshEntry<>(value, lifetime, attributes);
    }
    // A value that is an entry itself would be taken for that of its key.
    if (lifetime == Lifetime.ETERNAL && !(value instanceof Stored)) {
      return new BareEntry<>(value);
    }
    willHold(lifetime.expiresAtMillis());
    return new ExpiringEntry<>(value, lifetime.expiresAtMillis());
  }

  private void willHold(long expiresAtMillis) {
    if (!holdsEntries) {
      holdsEntries = true;
    }
    if (expiresAtMillis != Lifetime.NEVER && !hasDeadlines) {
      hasDeadlines = true;
    }
  }
}
