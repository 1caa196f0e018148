package org.cairncache.concurrency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import org.cairncache.CairnCache;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Calls one cache at random and remembers what it saw, so that its conditions hold now and then.
 * Belongs to one thread.
 */
final class Client {
  // Wide enough that the increments of one history never reach the next value.
  private static final int BETWEEN_VALUES = 1_000;

  private final int number;
  private final Cache<String, Integer> cache;
  private final History history;
  private final AtomicInteger values;
  private final boolean usesTokens;
  private final SplittableRandom random = new SplittableRandom();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Stored<Integer>> tokens = new HashMap<>();

  /**
   * A client of a cache.
   *
   * @param values the last value that any client of the history wrote, divided by what lies between
   */
  Client(
      int number,
      Cache<String, Integer> cache,
      History history,
      AtomicInteger values,
      boolean usesTokens) {
    this.number = number;
    this.cache = cache;
    this.history = history;
    this.values = values;
    this.usesTokens = usesTokens;
  }

  void callOnce(List<String> keys) {
    String key = keys.get(random.nextInt(keys.size()));
    KeyOperation operation = choose(key);
    Object result = history.record(number, cache, key, operation);
    if (result instanceof Integer value) {
      seen.put(key, value);
    }
  }

  private KeyOperation choose(String key) {
    int expected = seen.getOrDefault(key, 0);
    return switch (random.nextInt(usesTokens ? 16 : 14)) {
      case 0, 1 -> new KeyOperation.Get();
      case 2 -> new KeyOperation.ContainsKey();
      case 3 -> new KeyOperation.Put(value(key));
      case 4 -> new KeyOperation.GetAndPut(value(key));
      case 5, 6 -> new KeyOperation.PutIfAbsent(value(key));
      case 7 -> new KeyOperation.Replace(value(key));
      case 8 -> new KeyOperation.ReplaceEqual(expected, value(key));
      case 9 -> new KeyOperation.GetAndReplace(value(key));
      case 10 -> new KeyOperation.Remove();
      case 11 -> new KeyOperation.RemoveEqual(expected);
      case 12 -> new KeyOperation.GetAndRemove();
      case 13 -> new KeyOperation.Increment(value(key));
      default -> new KeyOperation.CompareAndSet(token(key), value(key));
    };
  }

  // A token is at times fetched now, at times what is left from earlier.
  @SuppressWarnings("unchecked") // the types of the cache
  private @Nullable Stored<Integer> token(String key) {
    if (random.nextBoolean()) {
      Stored<Integer> stored = cache.unwrap(CairnCache.class).getStored(key);
      tokens.put(key, stored);
    }
    return tokens.get(key);
  }

  private int value(String key) {
    int value = values.incrementAndGet() * BETWEEN_VALUES;
    if (random.nextBoolean()) {
      seen.put(key, value);
    }
    return value;
  }
}
