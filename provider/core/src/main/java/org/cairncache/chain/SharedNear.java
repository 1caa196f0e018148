package org.cairncache.chain;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
  private final InstantSource clock;
  private final boolean sweeps;
  private final Doubts<K> doubts = new Doubts<>();
  private final Warnings warnings = new Warnings(SharedNear.class);

  /**
   * A level on this store.
   *
   * @param name what the log calls it
   * @param keepMillis how long an entry stays that is no longer good, and no read that began before
   *     a change takes longer
   * @param clock of this process
   * @param sweeps whether what is past its deadline stays until somebody removes it
   */
  SharedNear(
      Store<K, Stored<V>> store,
      String name,
      long keepMillis,
      InstantSource clock,
      boolean sweeps) {
    this.store = store;
    this.name = name;
    this.keepMillis = keepMillis;
    this.clock = clock;
    this.sweeps = sweeps;
  }

  private SharedEntry<V> entry(Stored<Stored<V>> kept) {
    long goodUntil = kept.expiresAtMillis() - keepMillis - store.clockOffsetMillis();
    return new SharedEntry<>(kept, goodUntil);
  }

  private Lifetime lifetime(long goodUntilMillis) {
    return Lifetime.until(goodUntilMillis + keepMillis + store.clockOffsetMillis());
  }

  @Override
  public @Nullable NearEntry<V> find(K key) {
    return look(key);
  }

  private @Nullable SharedEntry<V> look(K key) {
    Stored<Stored<V>> kept = doubts.contains(key) ? null : attempt(() -> store.get(key));
    return kept == null ? null : entry(kept);
  }

  @Override
  public Map<K, NearEntry<V>> findAll(Set<? extends K> keys) {
    Map<K, Stored<Stored<V>>> there = attempt(() -> store.getAll(keys));
    Map<K, NearEntry<V>> found = new HashMap<>(keys.size() * 2);
    if (there != null) {
      there.forEach(
          (key, kept) -> {
            if (!doubts.contains(key)) {
              found.put(key, entry(kept));
            }
          });
    }
    return found;
  }

  @Override
  public void fill(K key, @Nullable NearEntry<V> kept, Stored<V> entry, long goodUntilMillis) {
    if (doubts.contains(key)) {
      drop(key); // and the next read fills it, if that was possible
    } else {
      attempt(() -> replace(key, kept, entry, goodUntilMillis));
    }
  }

  private @Nullable Stored<Stored<V>> replace(
      K key, @Nullable NearEntry<V> kept, Stored<V> entry, long goodUntilMillis) {
    Stored<Stored<V>> expected = kept instanceof SharedEntry<V> shared ? shared.kept() : null;
    return store.replace(
        key, expected, NearEntry.origin(entry), lifetime(goodUntilMillis), Attributes.NONE);
  }

  @Override
  public void renew(K key, NearEntry<V> kept, long goodUntilMillis) {
    if (kept instanceof SharedEntry<V> shared) {
      long deadline = lifetime(goodUntilMillis).expiresAtMillis();
      attempt(() -> store.touch(key, shared.kept(), deadline));
    }
  }

  /** Dropped: two processes may have written, and nobody here knows which was the last. */
  @Override
  public void wrote(K key, Stored<V> entry, long goodUntilMillis) {
    drop(key);
  }

  @Override
  public void touched(K key, Stored<V> entry, long goodUntilMillis) {
    SharedEntry<V> there = look(key);
    if (there != null && Level.isContent(there) && there.isSameEntry(entry)) {
      attempt(() -> replace(key, there, entry, goodUntilMillis));
    }
  }

  @Override
  public void drop(K key) {
    try {
      store.put(key, new Dropped<>(), lifetime(clock.millis() + keepMillis));
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
      if (kept != null && !entry(kept).isDropped()) {
        store.remove(key, kept);
      }
    } catch (RuntimeException failure) {
      doubts.add(key);
      warn(failure);
    }
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

  @Override
  public void sweep(long nowMillis) {
    if (doubts.isOfAll()) {
      clear();
    } else {
      doubts.keys().forEach(this::drop);
    }
    if (sweeps) {
      long now = nowMillis + store.clockOffsetMillis();
      try (Stream<K> expired = store.expiredKeys(now)) {
        expired.forEach(key -> removeExpired(key, now));
      }
    }
  }

  private void removeExpired(K key, long now) {
    Stored<Stored<V>> kept = store.get(key);
    if (kept != null && kept.isExpiredAt(now)) {
      store.remove(key, kept);
    }
  }

  @Override
  public Optional<String> refusal(Class<?> valueType) {
    return store.refusal(valueType);
  }

  @Override
  public boolean blocks() {
    return true;
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
