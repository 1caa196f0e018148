package org.cairncache.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store that does what another does, for those that change a part of it. All methods are passed
 * on, those with a default as well, but for {@link #getValue} and {@link #getLatestValue}, which go
 * by {@link #get} and {@link #getLatest}. As thread-safe as the other.
 */
public class ForwardingStore<K, V> implements Store<K, V> {
  private final Store<K, V> inner;

  /**
   * For subclasses.
   *
   * @param inner what everything is passed on to
   */
  protected ForwardingStore(Store<K, V> inner) {
    this.inner = inner;
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    return inner.get(key);
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    return inner.getLatest(key);
  }

  @Override
  public void accessed(K key) {
    inner.accessed(key);
  }

  @Override
  public @Nullable Stored<V> revalidate(K key, Stored<V> known) {
    return inner.revalidate(key, known);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    return inner.put(key, value, lifetime);
  }

  @Override
  public @Nullable Stored<V> putKeepingDeadline(
      K key, V value, Lifetime ofCreation, long nowMillis) {
    return inner.putKeepingDeadline(key, value, ofCreation, nowMillis);
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    return inner.replace(key, expected, value, lifetime, attributes);
  }

  @Override
  public @Nullable Stored<V> replaceByNull(
      K key, @Nullable Stored<V> expected, Lifetime lifetime, Attributes attributes) {
    return inner.replaceByNull(key, expected, lifetime, attributes);
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    return inner.remove(key, expected);
  }

  @Override
  public boolean remove(K key) {
    return inner.remove(key);
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    return inner.touch(key, expected, expiresAtMillis);
  }

  @Override
  public Stored<V> restore(V value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return inner.restore(value, lifetime, attributes, token);
  }

  @Override
  public Stored<V> restoreNull(Lifetime lifetime, Attributes attributes, byte[] token) {
    return inner.restoreNull(lifetime, attributes, token);
  }

  @Override
  public V copy(V value) {
    return inner.copy(value);
  }

  @Override
  public K copyKey(K key) {
    return inner.copyKey(key);
  }

  @Override
  public Optional<String> refusal(Class<?> valueType) {
    return inner.refusal(valueType);
  }

  @Override
  public Stream<K> keys() {
    return inner.keys();
  }

  @Override
  public Stream<K> expiredKeys(long nowMillis) {
    return inner.expiredKeys(nowMillis);
  }

  @Override
  public Map<K, Stored<V>> getAll(Set<? extends K> keys) {
    return inner.getAll(keys);
  }

  @Override
  public Map<K, Outcome<V>> putAll(Map<? extends K, ? extends V> entries, Lifetime lifetime) {
    return inner.putAll(entries, lifetime);
  }

  @Override
  public Map<K, Outcome<V>> replaceAll(Map<K, Replacement<V>> replacements) {
    return inner.replaceAll(replacements);
  }

  @Override
  public void clear() {
    inner.clear();
  }

  @Override
  public void destroy() {
    inner.destroy();
  }

  @Override
  public long clockOffsetMillis() {
    return inner.clockOffsetMillis();
  }

  @Override
  public Optional<Leases<K>> leases(Duration duration) {
    return inner.leases(duration);
  }

  @Override
  public Subscription onInvalidation(InvalidationListener<? super K> listener) {
    return inner.onInvalidation(listener);
  }

  @Override
  public void close() {
    inner.close();
  }
}
