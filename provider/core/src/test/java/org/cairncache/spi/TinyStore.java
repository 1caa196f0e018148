package org.cairncache.spi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store that implements what it must and overrides nothing else. Thread-safe. */
public class TinyStore<K, V> implements Store<K, V> {
  private final Map<K, Stored<V>> entries = new ConcurrentHashMap<>();

  /** An entry that remembers all that it was written with. */
  public static final class TinyEntry<V> extends Stored<V> {
    private final Lifetime lifetime;
    private final Attributes attributes;
    private volatile long expiresAtMillis;

    public TinyEntry(@Nullable V value, Lifetime lifetime, Attributes attributes) {
      super(value);
      this.lifetime = lifetime;
      this.attributes = attributes;
      this.expiresAtMillis = lifetime.expiresAtMillis();
    }

    @Override
    public long expiresAtMillis() {
      return expiresAtMillis;
    }

    @Override
    public long writtenAtMillis() {
      return lifetime.writtenAtMillis();
    }

    @Override
    public long freshUntilMillis() {
      return lifetime.freshUntilMillis();
    }

    @Override
    public Attributes attributes() {
      return attributes;
    }
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    return entries.get(key);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    Stored<V> entry = new TinyEntry<>(value, lifetime, Attributes.NONE);
    entries.put(key, entry);
    return entry;
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    Stored<V> entry = new TinyEntry<>(value, lifetime, attributes);
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
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    if (entries.get(key) != expected) {
      return false;
    }
    ((TinyEntry<V>) expected).expiresAtMillis = expiresAtMillis;
    return true;
  }

  @Override
  public Stream<K> keys() {
    return entries.keySet().stream();
  }

  @Override
  public void close() {}

  /** Puts something there that cannot be decoded. */
  public Stored<V> putUnreadable(K key) {
    Stored<V> entry = new TinyEntry<>(null, Lifetime.ETERNAL, Attributes.NONE);
    entries.put(key, entry);
    return entry;
  }
}
