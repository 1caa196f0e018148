package org.cairncache.testkit.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Entries as bytes, compared by a random stamp. Keeps the contract. Thread-safe. */
class SampleStore<K, V> implements Store<K, V> {
  private final SampleMedium medium;
  private final String cacheName;
  private final StoreObserver observer;

  SampleStore(SampleMedium medium, StoreContext<K, V> context) {
    this.medium = medium;
    this.cacheName = context.cacheName();
    this.observer = context.observer();
  }

  /** What is done with the entries once they are reached. */
  interface Request<R> {
    @Nullable R on(ConcurrentHashMap<Object, byte[]> entries);
  }

  /** Reaches the medium, or says that it failed. */
  final <R> @Nullable R ask(Operation operation, Request<R> request) {
    long start = System.nanoTime();
    try {
      @Nullable R answer = request.on(medium.reach(cacheName));
      observer.succeeded(operation, System.nanoTime() - start);
      return answer;
    } catch (IOException failure) {
      observer.failed(operation, System.nanoTime() - start, failure);
      throw new StoreException(
          "Cache \"" + cacheName + "\": " + operation + " failed: the medium is away", failure);
    }
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    byte[] bytes = ask(Operation.GET, entries -> entries.get(key));
    if (bytes == null) {
      return null;
    }
    Stored<V> stored = SampleEntry.decode(bytes);
    if (!stored.isReadable()) {
      observer.unreadable(Operation.GET);
    }
    return stored;
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    SampleEntry<V> entry = newEntry(value, lifetime, Attributes.NONE);
    byte[] bytes = entry.encode();
    ask(Operation.PUT, entries -> entries.put(key, bytes));
    return entry;
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    SampleEntry<V> entry = newEntry(value, lifetime, attributes);
    byte[] bytes = entry.encode();
    return exchange(Operation.REPLACE, key, expected, before -> bytes) ? entry : null;
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    return exchange(Operation.REMOVE, key, expected, before -> null);
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    return exchange(
        Operation.TOUCH,
        key,
        expected,
        before -> SampleEntry.touched(before, SampleEntry.stamp(before), expiresAtMillis));
  }

  @Override
  public Stored<V> restore(V value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return new SampleEntry<>(value, ByteBuffer.wrap(token).getLong(), lifetime, attributes);
  }

  @Override
  @SuppressWarnings("unchecked") // the cache has keys of one type
  public Stream<K> keys() {
    List<K> keys = new ArrayList<>();
    ask(Operation.KEYS, entries -> keys.addAll((Collection<K>) entries.keySet()));
    return keys.stream();
  }

  @Override
  public void close() {}

  /** A new entry with a token of its own. */
  SampleEntry<V> newEntry(V value, Lifetime lifetime, Attributes attributes) {
    return new SampleEntry<>(value, ThreadLocalRandom.current().nextLong(), lifetime, attributes);
  }

  /** What takes the place of the bytes that were expected; null removes them. */
  interface Change {
    byte @Nullable [] of(byte[] before);
  }

  /** Compares and sets in one step; false is a conflict. */
  boolean exchange(Operation operation, K key, @Nullable Stored<V> expected, Change change) {
    AtomicBoolean won = new AtomicBoolean();
    ask(
        operation,
        entries ->
            entries.compute(
                key,
                (same, before) -> {
                  won.set(isExpected(expected, before));
                  return won.get() ? change.of(before == null ? new byte[0] : before) : before;
                }));
    return won.get();
  }

  static boolean isExpected(@Nullable Stored<?> expected, byte @Nullable [] there) {
    if (expected == null || there == null) {
      return expected == null && there == null;
    }
    return ((SampleEntry<?>) expected).stamp() == SampleEntry.stamp(there);
  }
}
