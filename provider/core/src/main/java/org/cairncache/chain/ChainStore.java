package org.cairncache.chain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.ForwardingStore;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A near level over a far one, which may be such a pair itself. The near level keeps the far one's
 * whole entries, so that the token of what it gives out is the far one's; every write is decided by
 * the far level, and the near one then kept in step. Thread-safe.
 *
 * <p>What {@link #get} returns may be as old as the near level's {@code ttl}, as to what other
 * processes changed; never older than what this process wrote or was told.
 */
final class ChainStore<K, V> extends ForwardingStore<K, V> {
  private final Level<K, V> near;
  private final Store<K, V> far;
  // The far level, if it is a pair.
  private final @Nullable ChainStore<K, V> pair;
  private final Position position;
  private final Outage outage;
  private final Notices<K, V> notices;
  private final Subscription subscription;
  private final NearSweep sweep;

  ChainStore(
      Level<K, V> near,
      Store<K, V> far,
      Position position,
      Outage outage,
      Notices<K, V> notices,
      NearSweep sweep) {
    super(far);
    this.near = near;
    this.far = far;
    this.pair = far instanceof ChainStore<K, V> deeper ? deeper : null;
    this.position = position;
    this.outage = outage;
    this.notices = notices;
    this.sweep = sweep;
    this.subscription = far.onInvalidation(notices);
  }

  @Override
  public @Nullable Stored<V> get(K key) {
    NearEntry<V> kept = near.find(key);
    if (kept != null && near.isGood(kept)) {
      position.answered();
      return kept;
    }
    return ask(key, kept, near.usable(kept)).entry();
  }

  // What a level above may go by, and for how long.
  private Reading<V> read(K key, @Nullable Stored<V> known) {
    NearEntry<V> kept = near.find(key);
    if (kept != null && near.isGood(kept)) {
      position.answered();
      return new Reading<>(kept, kept.goodUntilMillis());
    }
    NearEntry<V> usable = near.usable(kept);
    return ask(key, kept, usable == null ? known : usable);
  }

  private Reading<V> ask(K key, @Nullable NearEntry<V> kept, @Nullable Stored<V> known) {
    Level.Request request = near.request(key);
    Reading<V> reading;
    try {
      reading = askFar(key, known);
    } catch (StoreException failure) {
      near.unanswered(key);
      return late(kept, failure);
    } catch (RuntimeException | Error failure) {
      near.unanswered(key);
      throw failure;
    }
    outage.ended();
    near.answered(key, request, kept, reading);
    return reading;
  }

  private Reading<V> askFar(K key, @Nullable Stored<V> known) {
    if (pair != null) {
      return pair.read(key, known);
    }
    Stored<V> entry = known == null ? far.get(key) : far.revalidate(key, NearEntry.origin(known));
    if (entry != null) {
      position.lastAnswered();
    }
    return Reading.latest(entry);
  }

  private Reading<V> late(@Nullable NearEntry<V> kept, StoreException failure) {
    outage.began();
    Stored<V> usable = near.usable(kept);
    if (kept == null || usable == null) {
      throw failure;
    }
    outage.tolerate(failure);
    position.answeredLate(near.age(kept));
    return Reading.late(usable);
  }

  @Override
  public @Nullable Stored<V> getLatest(K key) {
    Stored<V> latest = far.getLatest(key);
    near.learned(key, latest);
    return latest;
  }

  @Override
  public @Nullable Stored<V> revalidate(K key, Stored<V> known) {
    Stored<V> there = NearEntry.origin(known);
    Stored<V> latest = far.revalidate(key, there);
    near.learned(key, latest);
    return latest == there ? known : latest;
  }

  @Override
  public Map<K, Stored<V>> getAll(Set<? extends K> keys) {
    Map<K, Stored<V>> found = new HashMap<>(keys.size() * 2);
    readAll(keys)
        .forEach(
            (key, reading) -> {
              if (reading.entry() != null) {
                found.put(key, reading.entry());
              }
            });
    return found;
  }

  private Map<K, Reading<V>> readAll(Set<? extends K> keys) {
    Map<K, NearEntry<V>> kept = near.findAll(keys);
    Map<K, Reading<V>> found = new HashMap<>(keys.size() * 2);
    Map<K, Level.Request> missing = new LinkedHashMap<>();
    for (K key : keys) {
      NearEntry<V> one = kept.get(key);
      if (one != null && near.isGood(one)) {
        position.answered();
        found.put(key, new Reading<>(one, one.goodUntilMillis()));
      } else {
        missing.put(key, near.request(key));
      }
    }
    if (!missing.isEmpty()) {
      askAll(missing, kept, found);
    }
    return found;
  }

  private void askAll(
      Map<K, Level.Request> missing, Map<K, NearEntry<V>> kept, Map<K, Reading<V>> found) {
    Map<K, Reading<V>> readings;
    try {
      readings = askFarForAll(missing.keySet());
    } catch (StoreException failure) {
      missing.keySet().forEach(near::unanswered);
      lateAll(missing.keySet(), kept, found, failure);
      return;
    } catch (RuntimeException | Error failure) {
      missing.keySet().forEach(near::unanswered);
      throw failure;
    }
    outage.ended();
    missing.forEach(
        (key, request) -> {
          Reading<V> reading = readings.getOrDefault(key, Reading.latest(null));
          near.answered(key, request, kept.get(key), reading);
          found.put(key, reading);
        });
  }

  private Map<K, Reading<V>> askFarForAll(Set<K> keys) {
    if (pair != null) {
      return pair.readAll(keys);
    }
    Map<K, Reading<V>> readings = new HashMap<>();
    far.getAll(keys)
        .forEach(
            (key, entry) -> {
              position.lastAnswered();
              readings.put(key, Reading.latest(entry));
            });
    return readings;
  }

  private void lateAll(
      Set<K> keys, Map<K, NearEntry<V>> kept, Map<K, Reading<V>> found, StoreException failure) {
    outage.began();
    outage.tolerate(failure);
    for (K key : keys) {
      NearEntry<V> one = kept.get(key);
      Stored<V> usable = near.usable(one);
      if (one != null && usable != null) {
        position.answeredLate(near.age(one));
        found.put(key, Reading.late(usable));
      }
    }
  }

  @Override
  public Stored<V> put(K key, V value, Lifetime lifetime) {
    return Objects.requireNonNull(write(key, () -> far.put(key, value, lifetime)));
  }

  @Override
  public @Nullable Stored<V> putKeepingDeadline(
      K key, V value, Lifetime ofCreation, long nowMillis) {
    return write(key, () -> far.putKeepingDeadline(key, value, ofCreation, nowMillis));
  }

  @Override
  public @Nullable Stored<V> replace(
      K key, @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {
    Stored<V> there = NearEntry.originOrNull(expected);
    return write(key, () -> far.replace(key, there, value, lifetime, attributes));
  }

  @Override
  public @Nullable Stored<V> replaceByNull(
      K key, @Nullable Stored<V> expected, Lifetime lifetime, Attributes attributes) {
    Stored<V> there = NearEntry.originOrNull(expected);
    return write(key, () -> far.replaceByNull(key, there, lifetime, attributes));
  }

  // A conflict and a failure leave open what is there.
  private @Nullable Stored<V> write(K key, Supplier<@Nullable Stored<V>> change) {
    Level.Request request = near.request(key);
    Stored<V> written = null;
    try {
      written = change.get();
      return written;
    } finally {
      near.wrote(key, request, written);
    }
  }

  @Override
  public boolean remove(K key, Stored<V> expected) {
    return remove(key, () -> far.remove(key, NearEntry.origin(expected)));
  }

  @Override
  public boolean remove(K key) {
    return remove(key, () -> far.remove(key));
  }

  private boolean remove(K key, BooleanSupplier removal) {
    Level.Request request = near.request(key);
    try {
      return removal.getAsBoolean();
    } finally {
      near.wrote(key, request, null);
    }
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    Stored<V> there = NearEntry.origin(expected);
    Level.Request request = near.request(key);
    Stored<V> moved = null;
    try {
      boolean touched = far.touch(key, there, expiresAtMillis);
      moved = touched ? moved(there, expiresAtMillis) : null;
      return touched;
    } finally {
      if (moved == null) {
        near.wrote(key, request, null);
      } else {
        near.touched(key, request, moved);
      }
    }
  }

  // An entry on the heap may have moved, or there may be another for it.
  private @Nullable Stored<V> moved(Stored<V> entry, long expiresAtMillis) {
    byte[] token = entry.token();
    if (token == null || !Level.isContent(entry)) {
      return null;
    }
    long freshUntil = entry.freshUntilMillis();
    Lifetime lifetime =
        new Lifetime(
            entry.writtenAtMillis(),
            freshUntil == Lifetime.NEVER ? freshUntil : Math.min(freshUntil, expiresAtMillis),
            expiresAtMillis);
    return entry.isNull()
        ? far.restoreNull(lifetime, entry.attributes(), token)
        : far.restore(entry.value(), lifetime, entry.attributes(), token);
  }

  @Override
  public Map<K, Outcome<V>> putAll(Map<? extends K, ? extends V> entries, Lifetime lifetime) {
    return writeAll(entries.keySet(), () -> far.putAll(entries, lifetime));
  }

  @Override
  public Map<K, Outcome<V>> replaceAll(Map<K, Replacement<V>> replacements) {
    Map<K, Replacement<V>> there = new HashMap<>(replacements.size() * 2);
    replacements.forEach(
        (key, next) ->
            there.put(
                key,
                new Replacement<>(
                    NearEntry.originOrNull(next.expected()),
                    next.value(),
                    next.lifetime(),
                    next.attributes())));
    return writeAll(there.keySet(), () -> far.replaceAll(there));
  }

  private Map<K, Outcome<V>> writeAll(Set<? extends K> keys, Supplier<Map<K, Outcome<V>>> change) {
    Map<K, Level.Request> requests = new HashMap<>(keys.size() * 2);
    keys.forEach(key -> requests.put(key, near.request(key)));
    Map<K, Outcome<V>> outcomes = Map.of();
    try {
      outcomes = change.get();
      return outcomes;
    } finally {
      for (Map.Entry<K, Level.Request> each : requests.entrySet()) {
        near.wrote(each.getKey(), each.getValue(), written(outcomes.get(each.getKey())));
      }
    }
  }

  private static <V> @Nullable Stored<V> written(@Nullable Outcome<V> outcome) {
    return outcome instanceof Outcome.Written<V> written ? written.stored() : null;
  }

  /** The first of its levels', from the one that decides. */
  @Override
  public Optional<String> refusal(Class<?> valueType) {
    return far.refusal(valueType).or(() -> near.refusal(valueType));
  }

  @Override
  public void clear() {
    try {
      far.clear();
    } finally {
      near.cleared();
    }
  }

  @Override
  public void destroy() {
    try {
      far.destroy();
    } finally {
      near.destroyed();
    }
  }

  @Override
  public Subscription onInvalidation(InvalidationListener<? super K> listener) {
    return notices.tell(listener);
  }

  /** Ends all levels. What near levels on the heap kept is gone. */
  @Override
  public void close() {
    subscription.close();
    sweep.close();
    try {
      near.close();
    } finally {
      far.close();
    }
  }
}
