package org.cairncache.jcache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheException;
import org.cairncache.spi.Lease;
import org.cairncache.spi.Leases;
import org.cairncache.spi.Store;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the leases of keys that are written through: what {@link KeyLocks} are to the threads
 * of this process, for all processes that share the store. A wait ends after a limit. Thread-safe.
 */
final class KeyLeases<K> {
  /** How long to wait for another process's change of a key. */
  static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);

  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Warnings warnings = new Warnings(KeyLeases.class);
  private final String cacheName;
  private final Leases<K> leases;
  private final Duration duration;
  private final Duration wait;

  private KeyLeases(String cacheName, Leases<K> leases, Duration duration, Duration wait) {
    this.cacheName = cacheName;
    this.leases = leases;
    this.duration = duration;
    this.wait = wait;
  }

  /**
   * Over the leases of a store.
   *
   * @param duration how long each lasts
   * @param wait how long to wait for one, or for all of a batch
   * @throws UnsupportedOperationException if the store has none
   */
  static <K> KeyLeases<K> of(
      String cacheName, Store<K, ?> store, Duration duration, Duration wait) {
    Leases<K> leases =
        store
            .leases(duration)
            .orElseThrow(
                () ->
                    new UnsupportedOperationException(
                        "Cache \""
                            + cacheName
                            + "\": its store is shared and has no leases, which a writer needs: set"
                            + " write-through = at-least-once"));
    return new KeyLeases<>(cacheName, leases, duration, wait);
  }

  /**
   * Takes the lease of the key.
   *
   * @throws CacheException if others keep it for too long, or this thread is interrupted meanwhile
   */
  Lease take(K key) {
    return await(key, System.nanoTime() + wait.toNanos());
  }

  /**
   * Takes the leases of all keys or of none. Whoever waits holds only leases that come before the
   * one waited for, in an order that all processes keep, so two batches never wait for each other.
   */
  Map<K, Lease> takeAll(Collection<K> keys) {
    long deadline = System.nanoTime() + wait.toNanos();
    List<K> ordered = new ArrayList<>(keys);
    ordered.sort(leases.order());
    Map<K, Lease> held = new HashMap<>(leases.tryTakeAll(ordered));
    try {
      releaseFrom(firstMissing(ordered, held), ordered, held);
      for (K key : ordered) {
        if (!held.containsKey(key)) {
          held.put(key, await(key, deadline));
        }
      }
      return held;
    } catch (RuntimeException | Error failure) {
      held.values().forEach(this::release);
      throw failure;
    }
  }

  private static <K> int firstMissing(List<K> ordered, Map<K, Lease> held) {
    int index = 0;
    while (index < ordered.size() && held.containsKey(ordered.get(index))) {
      index++;
    }
    return index;
  }

  private void releaseFrom(int index, List<K> ordered, Map<K, Lease> held) {
    for (K key : ordered.subList(index, ordered.size())) {
      Lease lease = held.remove(key);
      if (lease != null) {
        release(lease);
      }
    }
  }

  /** Gives a lease back; if that fails it runs out, which is no failure of what it was for. */
  void release(Lease lease) {
    try {
      lease.release();
    } catch (RuntimeException failure) {
      warnings.failed(
          prefix()
              + "a lease cannot be given back; its key waits for up to "
              + duration.toMillis()
              + " ms",
          failure);
    }
  }

  private Lease await(K key, long deadlineNanos) {
    for (int attempt = 0; ; attempt++) {
      @Nullable Lease lease = leases.tryTake(key);
      if (lease != null) {
        return lease;
      }
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new CacheException(
            prefix()
                + "waited "
                + wait.toMillis()
                + " ms for another process's change of a key: its writer is slow, or it died and"
                + " its lease runs out "
                + duration.toMillis()
                + " ms after it was taken");
      }
      long bound = Math.min(LONGEST_PAUSE_NANOS, 200_000L << Math.min(attempt, 10));
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, bound));
      if (Thread.currentThread().isInterrupted()) {
        throw new CacheException(prefix() + "interrupted while waiting for the lease of a key");
      }
    }
  }

  private String prefix() {
    return "Cache \"" + cacheName + "\": ";
  }
}
