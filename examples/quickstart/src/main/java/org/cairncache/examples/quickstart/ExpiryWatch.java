package org.cairncache.examples.quickstart;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;

/** Notes when each key first expires, and lets threads wait for it. Thread-safe. */
final class ExpiryWatch<K, V> implements CacheEntryExpiredListener<K, V> {
  private final Map<K, Expiry> expiries = new ConcurrentHashMap<>();

  @Override
  public void onExpired(Iterable<CacheEntryEvent<? extends K, ? extends V>> events) {
    for (CacheEntryEvent<? extends K, ? extends V> event : events) {
      expiryOf(event.getKey()).happened();
    }
  }

  /**
   * Blocks until {@code key} has expired.
   *
   * @return when it first did, on the clock of {@link System#nanoTime}
   * @throws IllegalStateException if {@code atMostSeconds} pass first
   */
  long await(K key, long atMostSeconds) throws InterruptedException {
    Expiry expiry = expiryOf(key);
    if (!expiry.latch.await(atMostSeconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "No EXPIRED event for %s within %d s; some providers send it only when the key is read"
              .formatted(key, atMostSeconds));
    }
    return expiry.atNanos;
  }

  private Expiry expiryOf(K key) {
    return expiries.computeIfAbsent(key, any -> new Expiry());
  }

  private static final class Expiry {
    private final CountDownLatch latch = new CountDownLatch(1);
    private volatile long atNanos;

    synchronized void happened() {
      if (latch.getCount() > 0) {
        atNanos = System.nanoTime();
        latch.countDown();
      }
    }
  }
}
