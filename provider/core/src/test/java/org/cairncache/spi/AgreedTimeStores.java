package org.cairncache.spi;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One store for each URI, {@code agreed-time:}, whose openers may have clocks that differ: to them
 * it is a server with a clock of its own. Thread-safe.
 */
public final class AgreedTimeStores implements StoreFactory {
  /** The clock of the server. */
  public static final CountingClock CLOCK = new CountingClock();

  private static final Map<URI, Store<?, ?>> STORES = new ConcurrentHashMap<>();

  /** The server at this URI, when it has been opened. */
  @SuppressWarnings("unchecked") // the test knows the types of its cache
  public static <K, V> Store<K, V> at(URI uri) {
    return (Store<K, V>) STORES.get(uri);
  }

  @Override
  public Set<String> schemes() {
    return Set.of("agreed-time");
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.SHARED;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(Settings.EXPIRY_SWEEP);
  }

  @SuppressWarnings("unchecked") // the openers of one URI agree on the types
  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    Store<K, V> shared =
        (Store<K, V>) STORES.computeIfAbsent(context.uri(), uri -> new TinyStore<>());
    return new View<>(shared, context);
  }

  private record View<K, V>(Store<K, V> shared, StoreContext<K, V> context) implements Store<K, V> {
    @Override
    public long clockOffsetMillis() {
      return CLOCK.millis() - context.clock().millis();
    }

    @Override
    public @Nullable Stored<V> get(K key) {
      return shared.get(key);
    }

    @Override
    public Stored<V> put(K key, V value, Lifetime lifetime) {
      return shared.put(key, value, lifetime);
    }

    @Override
    public @Nullable Stored<V> replace(
        K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
      return shared.replace(key, expected, value, lifetime, attributes);
    }

    @Override
    public boolean remove(K key, Stored<V> expected) {
      return shared.remove(key, expected);
    }

    @Override
    public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
      return shared.touch(key, expected, expiresAtMillis);
    }

    @Override
    public Stream<K> keys() {
      return shared.keys();
    }

    @Override
    public void close() {}
  }
}
