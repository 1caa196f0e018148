package org.cairncache.redis;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Names the keys of one cache, and from the first subscription on remembers the texts of the long
 * ones, which their Redis keys do not tell: up to {@value #MOST}. Thread-safe.
 */
final class LongKeys {
  static final int MOST = 10_000;

  private final RedisKeys names;
  private final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();
  private volatile boolean remembering;
  private volatile boolean overflowed;

  LongKeys(RedisKeys names) {
    this.names = names;
  }

  /** Begins to remember. */
  void remember() {
    remembering = true;
  }

  /** The Redis key of a key's text. */
  byte[] of(String text) {
    byte[] key = names.of(text);
    if (remembering && RedisKeys.isLong(text)) {
      String name = name(key);
      if (overflowed || texts.containsKey(name)) {
        return key;
      }
      if (texts.size() < MOST) {
        texts.put(name, text);
      } else {
        overflowed = true;
      }
    }
    return key;
  }

  /** The text of a Redis key that was shortened; null if it is not remembered. */
  @Nullable String textOf(byte[] key) {
    return texts.get(name(key));
  }

  /** Whether there may be keys here that are not remembered. */
  boolean isOverflowed() {
    return overflowed;
  }

  private static String name(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }
}
