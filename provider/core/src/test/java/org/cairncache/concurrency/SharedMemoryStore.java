package org.cairncache.concurrency;

import static org.cairncache.concurrency.Interleaving.letOthersGoFirst;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Leases;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A view of a store that others have views of too. It often lets other threads go first, as the way
 * to a server would. Thread-safe.
 */
final class SharedMemoryStore<K, V> implements Store<K, V> {
  /** A key that cannot be replaced. */
  static final String REFUSED = "refused";

  private final Store<K, V> shared;
  private final Leases<K> leases;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();

  SharedMemoryStore(Store<K, V> shared, Leases<K> leases, Runnable onClose) {
    this.shared = shared;
    this.leases = leases;
    this.onClose = onClose;
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    Stored<V> stored = shared.get(key);
    letOthersGoFirst();
    return stored;
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    Stored<V> stored = shared.getLatest(key);
    letOthersGoFirst();
    return stored;
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    letOthersGoFirst();
    return shared.put(key, value, lifetime);
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    if (key.equals(REFUSED)) {
      throw new StoreException("This key is refused");
    }
    letOthersGoFirst();
    Stored<V> next = shared.replace(key, expected, value, lifetime, attributes);
    letOthersGoFirst();
    return next;
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    letOthersGoFirst();
    boolean removed = shared.remove(key, expected);
    letOthersGoFirst();
    return removed;
  }

  @Override
  public boolean remove(K key) {
    return shared.remove(key);
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    letOthersGoFirst();
    return shared.touch(key, expected, expiresAtMillis);
  }

  @Override
  public Stream<K> keys() {
    return shared.keys();
  }

  @Override
  public Stream<K> expiredKeys(long nowMillis) {
    return shared.expiredKeys(nowMillis);
  }

  @Override
  public Optional<Leases<K>> leases(Duration duration) {
    return Optional.of(leases);
  }

  @Override
  public void clear() {
    shared.clear();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onClose.run();
    }
  }
}
