package org.cairncache.memory;

import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Nothing to evict: a map of the JDK. Thread-safe. */
final class UnboundedStore<K, V> extends MemoryStore<K, V> {
  private final ConcurrentHashMap<K, Object> held;

  UnboundedStore(ConcurrentHashMap<K, Object> held) {
    super(held);
    this.held = held;
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    return BareEntry.entryOf(held.get(key));
  }

  // A class of its own for each kind of map keeps what the JIT makes of this small.
  @Override
  public @Nullable V getValue(K key, Access<K, V> access) {
    return valueOf(key, held.get(key), access);
  }

  @Override
  @Nullable Object peek(K key) {
    return held.get(key);
  }
}
