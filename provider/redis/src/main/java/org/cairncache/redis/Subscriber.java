package org.cairncache.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cairncache.spi.Store.InvalidationListener;

/**
 * One who hears of the entries of one cache, by the texts of their keys. What a listener throws is
 * logged, at WARNING once a minute at the most. Thread-safe.
 */
final class Subscriber {
  private static final Logger LOG = System.getLogger(Subscriber.class.getName());
  private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final RedisKeys names;
  private final LongKeys longKeys;
  private final InvalidationListener<? super String> listener;
  private final AtomicLong warnNotBeforeNanos = new AtomicLong(System.nanoTime());
  private volatile boolean begun;

  Subscriber(RedisKeys names, LongKeys longKeys, InvalidationListener<? super String> listener) {
    this.names = names;
    this.longKeys = longKeys;
    this.listener = listener;
  }

  /** What the Redis keys of its cache begin with. */
  String prefix() {
    return names.base();
  }

  /** From now on it may have kept what it read. */
  void begun() {
    begun = true;
  }

  /** It may have missed something, but for what was before its beginning. */
  void armed() {
    if (begun) {
      allChanged();
    }
  }

  /** Some of these Redis keys may be of its cache. */
  void changed(List<byte[]> keys) {
    for (byte[] key : keys) {
      if (names.isOwn(key) && !names.isReserved(key)) {
        changed(key);
      }
    }
  }

  private void changed(byte[] key) {
    String text = names.textOf(key);
    String known = text == null ? longKeys.textOf(key) : text;
    if (known != null) {
      tell(() -> listener.invalidated(known));
    } else if (longKeys.isOverflowed()) {
      allChanged();
    }
  }

  /** Anything may have been changed. */
  void allChanged() {
    tell(listener::allInvalidated);
  }

  // On a thread of the connection, which goes on whatever the listener does.
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException failure) {
      long now = System.nanoTime();
      long notBefore = warnNotBeforeNanos.get();
      boolean due =
          now - notBefore >= 0 && warnNotBeforeNanos.compareAndSet(notBefore, now + PERIOD_NANOS);
      LOG.log(due ? Level.WARNING : Level.DEBUG, "A listener of invalidated keys failed", failure);
    }
  }
}
