package org.cairncache.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Entries on the heap. Caffeine bounds them; deadlines lie in the entries alone, since keeping them
 * in Caffeine's timer wheel as well doubles their price. Thread-safe.
 */
final class MemoryStore<K, V> implements Store<K, V> {
  private final Cache<K, Stored<V>> cache;
  private final ConcurrentMap<K, Stored<V>> entries;
  private final Policy<K, Stored<V>> policy;
  // Until the first deadline is set there is nothing for a sweep to find.
  private volatile boolean hasDeadlines;

  MemoryStore(Cache<K, Stored<V>> cache) {
    this.cache = cache;
    this.entries = cache.asMap();
    this.policy = cache.policy();
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    return cache.getIfPresent(key);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    Stored<V> entry = entry(value, lifetime, Attributes.NONE);
    cache.put(key, entry);
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
    hasDeadlines(lifetime.expiresAtMillis());
    return replace(key, expected, new FreshEntry<V>(null, lifetime, attributes));
  }

  private @Nullable Stored<V> replace(K key, @Nullable Stored<V> expected, Stored<V> entry) {
    boolean won =
        expected == null
            ? entries.putIfAbsent(key, entry) == null
            : entries.replace(key, expected, entry);
    return won ? entry : null;
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    return entries.remove(key, expected);
  }

  @Override
  public boolean remove(K key) {
    return entries.remove(key) != null;
  }

  /**
   * In place. An entry that was written as {@link Lifetime#ETERNAL} has no room for a deadline: its
   * first one makes a new entry, and earlier tokens then conflict.
   */
  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    if (expected instanceof ExpiringEntry<V> entry) {
      if (policy.getIfPresentQuietly(key) != expected) {
        return false; // and readers that still hold the entry must not see it live longer
      }
      hasDeadlines(expiresAtMillis);
      entry.moveDeadline(expiresAtMillis);
      return true;
    }
    Lifetime lifetime = Lifetime.until(expiresAtMillis);
    return replace(key, expected, expected.value(), lifetime, expected.attributes()) != null;
  }

  @Override
  public Stream<K> keys() {
    return entries.keySet().stream();
  }

  @Override
  public Stream<K> expiredKeys(long nowMillis) {
    if (!hasDeadlines) {
      return Stream.empty();
    }
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().isExpiredAt(nowMillis))
        .map(entry -> entry.getKey());
  }

  @Override
  public void clear() {
    cache.invalidateAll();
  }

  /** The data goes with the store: a heap keeps nothing for anybody. */
  @Override
  public void close() {
    cache.invalidateAll();
  }

  private Stored<V> entry(V value, Lifetime lifetime, Attributes attributes) {
    if (lifetime.hasFreshness() || attributes != Attributes.NONE) {
      hasDeadlines(lifetime.expiresAtMillis());
      return new FreshEntry<>(value, lifetime, attributes);
    }
    if (lifetime == Lifetime.ETERNAL) {
      return new EternalEntry<>(value);
    }
    hasDeadlines(lifetime.expiresAtMillis());
    return new ExpiringEntry<>(value, lifetime.expiresAtMillis());
  }

  private void hasDeadlines(long expiresAtMillis) {
    if (expiresAtMillis != Lifetime.NEVER && !hasDeadlines) {
      hasDeadlines = true;
    }
  }
}
