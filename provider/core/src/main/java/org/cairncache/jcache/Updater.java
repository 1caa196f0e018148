package org.cairncache.jcache;

import java.time.InstantSource;
import java.util.Collection;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.event.EventType;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The only loop that changes entries: lock the key, read the latest entry, let the operation
 * decide, call the writer, compare and set, begin again on conflict, queue the events; then unlock
 * and deliver. Thread-safe.
 */
final class Updater<K, V> {
  private final Cache<K, V> cache;
  private final Store<K, V> store;
  private final InstantSource clock;
  private final ExpiryRules expiry;
  private final @Nullable WriteThrough<K, V> writer;
  private final Listeners<K, V> listeners;
  private final Statistics statistics;
  private final Copying copying;
  private final Flights<K, V> flights;
  private final long graceMillis;
  private final KeyLocks<K> locks;

  Updater(
      Cache<K, V> cache,
      Store<K, V> store,
      InstantSource clock,
      ExpiryRules expiry,
      @Nullable WriteThrough<K, V> writer,
      Listeners<K, V> listeners,
      Statistics statistics,
      Copying copying,
      Flights<K, V> flights,
      StoreTraits traits) {
    this.cache = cache;
    this.store = store;
    this.clock = clock;
    this.expiry = expiry;
    this.writer = writer;
    this.listeners = listeners;
    this.statistics = statistics;
    this.copying = copying;
    this.flights = flights;
    this.graceMillis = traits.expiryGrace().toMillis();
    this.locks = new KeyLocks<>(cache.getName(), KeyLocks.DEFAULT_WAIT_MILLIS);
  }

  /**
   * Carries the operation out. The key is one that the cache may keep.
   *
   * @throws CacheException if the store, the writer or a synchronous listener fails, or if the key
   *     cannot be locked or set in time
   */
  <R> @Nullable R update(K key, Operation<V, R> operation) {
    return change(key, operation, writer);
  }

  /** Likewise an operation that stores what was loaded, which is never written through. */
  <R> @Nullable R load(K key, Operation<V, R> operation) {
    return change(key, operation, null);
  }

  private <R> @Nullable R change(
      K key, Operation<V, R> operation, @Nullable WriteThrough<K, V> through) {
    Turn turn = new Turn(key, null);
    @Nullable R result;
    KeyLocks.Lock<K> lock = locks.lock(key);
    try (Writing<K, V> writing = through == null ? null : through.begin(key)) {
      result = run(turn, operation, writing);
    } finally {
      locks.unlock(lock);
    }
    listeners.deliver(turn.pending);
    return result;
  }

  /** Locks many keys, for {@link #updateLocked}. */
  KeyLocks<K>.Batch lockAll(Collection<? extends K> keys) {
    return locks.lockAll(keys);
  }

  /** Whether somebody is changing the key. */
  boolean isLocked(K key) {
    return locks.isLocked(key);
  }

  /** Whether this thread is changing the key further up. */
  boolean isChanging(K key) {
    return locks.isHeldByCurrentThread(key);
  }

  /** Carries out an operation whose key is locked and of which the writer was told already. */
  <R> @Nullable R updateLocked(
      K key, Operation<V, R> operation, Writing<K, V> writing, Pending<K, V> pending) {
    return run(new Turn(key, pending), operation, writing);
  }

  /**
   * Removes the entry if it is past its deadline, unless the key is being changed: whoever does
   * that finds the entry as well, and a read must not wait for them.
   */
  void expire(K key) {
    KeyLocks.Lock<K> lock = locks.tryLock(key);
    if (lock == null) {
      return;
    }
    Turn turn = new Turn(key, null);
    try {
      run(turn, Operations.expire(), null);
    } finally {
      locks.unlock(lock);
    }
    listeners.deliver(turn.pending);
  }

  /** {@link org.cairncache.CairnCache#compareAndSet}. */
  @Nullable Stored<V> compareAndSet(
      K key,
      @Nullable Stored<V> expected,
      @Nullable V value,
      Lifetime lifetime,
      Attributes attributes) {
    Change<V> change =
        value == null
            ? new Change.WriteNull<>(lifetime, attributes)
            : new Change.Write<>(value, false, expiry.touchable(lifetime), attributes);
    Turn turn = new Turn(key, null);
    Stored<V> next;
    KeyLocks.Lock<K> lock = locks.lock(key);
    try {
      next = compareAndSetLocked(turn, expected, change);
    } finally {
      locks.unlock(lock);
    }
    listeners.deliver(turn.pending);
    return next;
  }

  // Expecting nothing, a lost race is tried again: what won may be past its deadline already.
  private @Nullable Stored<V> compareAndSetLocked(
      Turn turn, @Nullable Stored<V> expected, Change<V> change) {
    if (writer != null) {
      if (change instanceof Change.WriteNull) {
        throw new UnsupportedOperationException(
            "Cache \"" + cache.getName() + "\": null cannot be written through");
      }
      try (Writing<K, V> writing = writer.begin(turn.key)) {
        run(turn, Operations.compareAndSet(expected, change), writing);
        return turn.written;
      }
    }
    long deadline = Backoff.deadline();
    for (int attempt = 1; ; attempt++) {
      Stored<V> before = expected == null ? store.getLatest(turn.key) : expected;
      long now = clock.millis();
      boolean there =
          before != null && (isLive(before, now) || (before.isNull() && !before.isExpiredAt(now)));
      if (there == (expected == null)) {
        return null;
      }
      turn.begin(before, now);
      if (turn.commit(change)) {
        return turn.written;
      }
      if (expected != null) {
        return null;
      }
      Backoff.pause(cache.getName(), attempt, deadline);
    }
  }

  private <R> @Nullable R run(
      Turn turn, Operation<V, R> operation, @Nullable Writing<K, V> writing) {
    long deadline = 0;
    for (int attempt = 1; ; attempt++) {
      Stored<V> stored = store.getLatest(turn.key);
      turn.begin(stored, now(stored));
      Step<V, R> step = operation.decide(turn.live);
      Change<V> change =
          writing == null ? step.change() : writing.tell(step.change(), stored, turn.live);
      if (change != null && turn.commit(change)) {
        statistics.looked(step.lookup(), turn.start);
        return step.result();
      }
      if (attempt == 1) {
        deadline = Backoff.deadline();
      }
      Backoff.pause(cache.getName(), attempt, deadline);
      if (writing != null) {
        writing.lostRace();
      }
    }
  }

  private long now(@Nullable Stored<V> stored) {
    boolean timeless =
        expiry.isEternal() && (stored == null || stored.expiresAtMillis() == Lifetime.NEVER);
    return timeless ? 0 : clock.millis();
  }

  private static boolean isLive(Stored<?> stored, long now) {
    return stored.isReadable() && !stored.isExpiredAt(now);
  }

  /** One call on one entry: what was read last, and how a decision about it is carried out. */
  private final class Turn {
    private final K key;
    private @Nullable Pending<K, V> pending; // made with the first event: most calls have none
    private final long start = statistics.start();
    private @Nullable Stored<V> stored;
    private @Nullable Stored<V> live;
    private long now;
    private @Nullable Stored<V> written;

    Turn(K key, @Nullable Pending<K, V> pending) {
      this.key = key;
      this.pending = pending;
    }

    /** Another attempt, on the entry as it is by now. */
    void begin(@Nullable Stored<V> latest, long millis) {
      stored = latest;
      now = millis;
      live = latest != null && isLive(latest, millis) ? latest : null;
      written = null;
    }

    /** Carries the change out; false on conflict. */
    boolean commit(Change<V> change) {
      boolean committed = carryOut(change);
      if (committed && change.supersedesLoads()) {
        flights.supersede(key); // after the store has it: a load that begins now sees it
      }
      return committed;
    }

    private boolean carryOut(Change<V> change) {
      if (change instanceof Change.Write<V> write) {
        return write(write);
      }
      if (change instanceof Change.WriteNull<V> write) {
        return writeNull(write);
      }
      if (change instanceof Change.Delete) {
        return remove();
      }
      if (change instanceof Change.Restate && live != null) {
        return restate(live);
      }
      return (change instanceof Change.Access && live != null) ? access(live) : keep();
    }

    private boolean restate(Stored<V> entry) {
      Lifetime lifetime =
          new Lifetime(entry.writtenAtMillis(), entry.freshUntilMillis(), entry.expiresAtMillis());
      return store.replace(key, entry, entry.value(), lifetime, entry.attributes()) != null;
    }

    private boolean write(Change.Write<V> write) {
      Lifetime lifetime = write.lifetime();
      if (lifetime == null) {
        lifetime = live == null ? expiry.ofCreation(now) : expiry.ofUpdate(live, now);
      }
      if (lifetime.isExpiredAt(nowFor(lifetime))) {
        return removeExpired(stored);
      }
      written = store.replace(key, stored, write.value(), lifetime, write.attributes());
      if (written == null) {
        return false;
      }
      if (!write.loaded()) {
        statistics.put(start);
      }
      if (!listeners.isEmpty()) {
        publishWrite(write.value());
      }
      return true;
    }

    private boolean writeNull(Change.WriteNull<V> write) {
      if (write.lifetime().isExpiredAt(now)) {
        return stored == null || store.remove(key, stored);
      }
      written = store.replaceByNull(key, stored, write.lifetime(), write.attributes());
      if (written != null) {
        gone();
      }
      return written != null;
    }

    // What was live is no longer there for any operation.
    private void gone() {
      if (live != null) {
        statistics.removal(start);
        if (!listeners.isEmpty()) {
          publish(Event.gone(cache, EventType.REMOVED, key, live.value(), copying));
        }
      }
    }

    // Where no policy gives deadlines the clock was not read, but a caller may give one.
    private long nowFor(Lifetime lifetime) {
      return now == 0 && lifetime.expiresAtMillis() != Lifetime.NEVER ? clock.millis() : now;
    }

    private void publishWrite(V value) {
      if (live != null) {
        publish(Event.updated(cache, key, copying.keep(value), live.value(), copying));
        return;
      }
      if (stored != null && stored.isReadable()) {
        publishExpired(stored);
      }
      publish(Event.created(cache, key, copying.keep(value), copying));
    }

    private boolean remove() {
      if (live == null) {
        return (stored != null && !stored.isReadable()) ? store.remove(key, stored) : dropDead();
      }
      if (!store.remove(key, live)) {
        return false;
      }
      gone();
      return true;
    }

    private boolean access(Stored<V> entry) {
      store.accessed(key);
      long deadline = expiry.deadlineOfAccess(entry, now);
      if (deadline == ExpiryRules.UNCHANGED) {
        return true;
      }
      return deadline <= now ? removeExpired(entry) : store.touch(key, entry, deadline);
    }

    private boolean keep() {
      if (live == null) {
        return dropDead();
      }
      store.accessed(key);
      return true;
    }

    // What is there but dead goes on the way, by whoever wins; losing it is no conflict.
    private boolean dropDead() {
      if (stored != null && stored.isExpiredAt(now - graceMillis)) {
        removeExpired(stored);
      }
      return true;
    }

    private boolean removeExpired(@Nullable Stored<V> entry) {
      if (entry == null) {
        return true;
      }
      if (!store.remove(key, entry)) {
        return false;
      }
      if (entry.isReadable() && !listeners.isEmpty()) {
        publishExpired(entry);
      }
      return true;
    }

    private void publishExpired(Stored<V> entry) {
      publish(Event.gone(cache, EventType.EXPIRED, key, entry.value(), copying));
    }

    private void publish(Event<K, V> event) {
      if (pending == null) {
        pending = new Pending<>();
      }
      listeners.publish(key, event, pending);
    }
  }
}
