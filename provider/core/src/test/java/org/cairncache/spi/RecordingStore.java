package org.cairncache.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store that notes which of its methods are called, and loses as many races as it is told to.
 * Thread-safe.
 */
public final class RecordingStore<K, V> extends TinyStore<K, V> {
  private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger racesToLose = new AtomicInteger();

  /** The names of the methods called since the last {@link #forget}, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Forgets the calls. */
  public void forget() {
    calls.clear();
  }

  /** Answers the next so many compare-and-sets by a conflict. */
  public void loseRaces(int count) {
    racesToLose.set(count);
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    calls.add("get");
    return super.get(key);
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    calls.add("getLatest");
    return super.get(key);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    calls.add("put");
    return super.put(key, value, lifetime);
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    calls.add("replace");
    return losesRace() ? null : super.replace(key, expected, value, lifetime, attributes);
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    calls.add("remove");
    return !losesRace() && super.remove(key, expected);
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    calls.add("touch");
    return super.touch(key, expected, expiresAtMillis);
  }

  @Override
  public Stream<K> keys() {
    calls.add("keys");
    return super.keys().onClose(() -> calls.add("keys closed"));
  }

  @Override
  public Map<K, Stored<V>> getAll(Set<? extends K> keys) {
    calls.add("getAll " + keys.size());
    return keys.stream()
        .filter(key -> super.get(key) != null)
        .collect(Collectors.toMap(key -> key, super::get));
  }

  @Override
  public void clear() {
    calls.add("clear");
    super.clear();
  }

  @Override
  public void close() {
    calls.add("close");
  }

  private boolean losesRace() {
    return racesToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
