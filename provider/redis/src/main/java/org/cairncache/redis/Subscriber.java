package org.cairncache.redis;

import java.util.List;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Warnings;

/**
 * One who hears of the entries of one cache, by the texts of their keys. What a listener throws is
 * logged, at WARNING once a minute at the most. Thread-safe.
 */
final class Subscriber {
  private final RedisKeys names;
  private final LongKeys longKeys;
  private final InvalidationListener<? super String> listener;
  private final Warnings warnings = new Warnings(Subscriber.class);
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
      warnings.failed("A listener of invalidated keys failed", failure);
    }
  }
}
