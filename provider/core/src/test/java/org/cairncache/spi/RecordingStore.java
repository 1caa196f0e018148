package org.cairncache.spi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store that notes which of its methods are called, and loses as many races as it is told to.
 * Thread-safe.
 */
public final class RecordingStore<K, V> extends TinyStore<K, V> {
  /** What it tells of itself: a test speaks for it. */
  public final StoreObserver observer;

  private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
  private final Queue<InvalidationListener<? super K>> listeners = new ConcurrentLinkedQueue<>();
  private final AtomicInteger racesToLose = new AtomicInteger();
  private final AtomicInteger askedToKeep = new AtomicInteger();
  private volatile boolean keepsDeadlines;
  private volatile Predicate<String> failing = call -> false;
  private volatile Consumer<String> after = call -> {};

  /** Tells nobody. */
  public RecordingStore() {
    this(StoreObserver.NONE);
  }

  RecordingStore(StoreObserver observer) {
    this.observer = observer;
  }

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
    note("get");
    return done("get", super.get(key));
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    note("getLatest");
    return done("getLatest", super.get(key));
  }

  @Override
  public void accessed(K key) {
    note("accessed");
  }

  @Override
  public @Nullable Stored<V> revalidate(K key, Stored<V> known) {
    note("revalidate");
    Stored<V> latest = super.get(key);
    return latest != null && latest.isSameEntry(known) ? known : latest;
  }

  @Override
  public Subscription onInvalidation(InvalidationListener<? super K> listener) {
    note("onInvalidation");
    listeners.add(listener);
    after.accept("onInvalidation");
    return () -> listeners.remove(listener);
  }

  /** Those who are told of invalidated keys: a test tells them. */
  public List<InvalidationListener<? super K>> listeners() {
    return List.copyOf(listeners);
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    note("put");
    return super.put(key, value, lifetime);
  }

  /** From now on a put that keeps the deadline is one request. */
  public void keepDeadlines() {
    keepsDeadlines = true;
  }

  /** How often it was asked for a put that keeps the deadline. */
  public int askedToKeep() {
    return askedToKeep.get();
  }

  @Override
  public @Nullable Stored<V> putKeepingDeadline(
      K key, V value, Lifetime ofCreation, long nowMillis) {
    askedToKeep.incrementAndGet();
    if (!keepsDeadlines) {
      return null;
    }
    note("putKeepingDeadline");
    Stored<V> there = super.get(key);
    boolean live = there != null && !there.isExpiredAt(nowMillis);
    return super.put(key, value, live ? Lifetime.until(there.expiresAtMillis()) : ofCreation);
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    note("replace");
    return losesRace() ? null : super.replace(key, expected, value, lifetime, attributes);
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    note("remove");
    return done("remove", !losesRace() && super.remove(key, expected));
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    note("touch");
    return super.touch(key, expected, expiresAtMillis);
  }

  @Override
  public Stream<K> keys() {
    note("keys");
    return super.keys().onClose(() -> calls.add("keys closed"));
  }

  @Override
  public Map<K, Stored<V>> getAll(Set<? extends K> keys) {
    note("getAll " + keys.size());
    return keys.stream()
        .filter(key -> super.get(key) != null)
        .collect(Collectors.toMap(key -> key, super::get));
  }

  @Override
  public void clear() {
    note("clear");
    super.clear();
  }

  @Override
  public void close() {
    calls.add("close");
  }

  /** From now on the calls of these names fail, and no others. */
  public void failOn(Predicate<String> calls) {
    this.failing = calls;
  }

  /**
   * From now on whoever gets or removes an entry runs this as well, before they have the answer.
   */
  public void afterwards(Consumer<String> after) {
    this.after = after;
  }

  private <R> R done(String call, R result) {
    after.accept(call);
    return result;
  }

  private void note(String call) {
    calls.add(call);
    if (failing.test(call)) {
      throw new StoreException("The medium fails", new IOException("as it was told to"));
    }
  }

  private boolean losesRace() {
    return racesToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
