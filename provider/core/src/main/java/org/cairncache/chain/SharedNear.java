package org.cairncache.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * A near level that leaves the heap, which other processes may fill as well. None of them can put
 * back what another has replaced: a process that changes an entry leaves a {@link Dropped} in its
 * place, and whoever fills the level compares with what was there before it asked the far one.
 * Thread-safe.
 */
final class SharedNear<K, V> implements Near<K, V> {
  private final Store<K, Stored<V>> store;
  private final String name;
  private final long keepMillis;
  private final LongSupplier now;
  private final Doubts<K> doubts = new Doubts<>();
  private final Warnings warnings = new Warnings(SharedNear.class);

  /**
   * A level on this store.
   *
   * @param name what the log calls it
   * @param keepMillis how long a read that began before a change may still fill the level
   * @param now the clock of the level
   */
  SharedNear(Store<K, Stored<V>> store, String name, long keepMillis, LongSupplier now) {
    this.store = store;
    this.name = name;
    this.keepMillis = keepMillis;
    this.now = now;
  }

  @Override
  public @Nullable Stored<Stored<V>> find(K key) {
    return doubts.contains(key) ? null : attempt(() -> store.get(key));
  }

  @Override
  public Map<K, Stored<Stored<V>>> findAll(Set<? extends K> keys) {
    Map<K, Stored<Stored<V>>> there = attempt(() -> store.getAll(keys));
    Map<K, Stored<Stored<V>>> found = there == null ? new HashMap<>() : new HashMap<>(there);
    found.keySet().removeIf(doubts::contains);
    return found;
  }

  @Override
  public void fill(K key, @Nullable Stored<Stored<V>> kept, Stored<V> entry, long expiresAtMillis) {
    if (!doubts.contains(key)) {
      attempt(() -> replace(key, kept, entry, expiresAtMillis));
    }
  }

  private @Nullable Stored<Stored<V>> replace(
      K key, @Nullable Stored<Stored<V>> kept, Stored<V> entry, long expiresAtMillis) {
    return store.replace(key, kept, entry, Lifetime.until(expiresAtMillis), Attributes.NONE);
  }

  @Override
  public void renew(K key, Stored<Stored<V>> kept, long expiresAtMillis) {
    attempt(() -> store.touch(key, kept, expiresAtMillis));
  }

  /** Dropped: two processes may have written, and nobody here knows which was the last. */
  @Override
  public void wrote(K key, Stored<V> entry, long expiresAtMillis) {
    drop(key);
  }

  @Override
  public void touched(K key, Stored<V> before, Stored<V> entry, long expiresAtMillis) {
    attempt(
        () -> {
          Stored<Stored<V>> kept = store.get(key);
          return kept != null && kept.isReadable() && kept.value().isSameEntry(before)
              ? replace(key, kept, entry, expiresAtMillis)
              : null;
        });
  }

  @Override
  public void drop(K key) {
    try {
      store.put(key, new Dropped<>(), Lifetime.until(now.getAsLong() + keepMillis));
      doubts.remove(key);
    } catch (RuntimeException failure) {
      dropAsFull(key, failure);
    }
  }

  // A disk that is full can still forget.
  private void dropAsFull(K key, RuntimeException failure) {
    try {
      store.remove(key);
      doubts.remove(key);
    } catch (RuntimeException second) {
      doubts.add(key);
      failure.addSuppressed(second);
    }
    warn(failure);
  }

  /** By its token: what another process has put there since stays, and a {@link Dropped} does. */
  @Override
  public void forget(K key) {
    try {
      Stored<Stored<V>> kept = store.get(key);
      if (kept != null && !isDropped(kept)) {
        store.remove(key, kept);
      }
    } catch (RuntimeException failure) {
      doubts.add(key);
      warn(failure);
    }
  }

  private static boolean isDropped(Stored<? extends Stored<?>> kept) {
    return kept.isReadable() && !kept.value().isReadable();
  }

  @Override
  public boolean contradicts(K key, @Nullable Stored<V> latest) {
    Stored<Stored<V>> kept = find(key);
    return kept != null
        && kept.isReadable()
        && !isDropped(kept)
        && (latest == null || !kept.value().isSameEntry(latest));
  }

  @Override
  public void clear() {
    dropAll(store::clear);
  }

  @Override
  public void destroy() {
    dropAll(store::destroy);
  }

  private void dropAll(Runnable request) {
    try {
      request.run();
      doubts.clear();
    } catch (RuntimeException failure) {
      doubts.addAll();
      warn(failure);
    }
  }

  /** What is past its deadline the store itself drops. */
  @Override
  public void sweep(long nowMillis) {
    if (doubts.isOfAll()) {
      clear();
    } else {
      doubts.keys().forEach(this::drop);
    }
  }

  @Override
  public boolean blocks() {
    return true;
  }

  @Override
  public long clockOffsetMillis() {
    return store.clockOffsetMillis();
  }

  @Override
  public void close() {
    store.close();
  }

  private <T> @Nullable T attempt(Supplier<@Nullable T> request) {
    try {
      return request.get();
    } catch (RuntimeException failure) {
      warn(failure);
      return null;
    }
  }

  private void warn(RuntimeException failure) {
    warnings.failed(name + " fails, so the levels under it serve without it", failure);
  }
}
