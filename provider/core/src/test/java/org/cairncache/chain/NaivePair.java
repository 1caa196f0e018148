package org.cairncache.chain;

import java.util.concurrent.ConcurrentMap;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.ForwardingStore;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A pair as one would write it who does not think of what happens in between: the broken twin of
 * {@link ChainStore}.
 */
final class NaivePair<K, V> extends ForwardingStore<K, V> {
  private final ConcurrentMap<K, NearEntry<V>> near;
  private final Store<K, V> far;

  NaivePair(ConcurrentMap<K, NearEntry<V>> near, Store<K, V> far) {
    super(far);
    this.near = near;
    this.far = far;
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    NearEntry<V> kept = near.get(key);
    if (kept != null) {
      return kept;
    }
    Stored<V> found = far.get(key);
    if (found != null) {
      near.put(key, new NearEntry<>(found, Lifetime.NEVER));
    }
    return found;
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    Stored<V> written = far.put(key, value, lifetime);
    near.put(key, new NearEntry<>(written, Lifetime.NEVER));
    return written;
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    Stored<V> written = far.replace(key, expected, value, lifetime, attributes);
    if (written != null) {
      near.put(key, new NearEntry<>(written, Lifetime.NEVER));
    }
    return written;
  }

  @Override
  public boolean remove(K key) {
    boolean removed = far.remove(key);
    near.remove(key);
    return removed;
  }
}
