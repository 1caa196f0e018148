package org.cairncache.concurrency;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Who called what on which key, what came back, and which calls ended before others began.
 * Thread-safe.
 */
final class History {
  private final LongSupplier clockMillis;
  private final AtomicLong places = new AtomicLong();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /** For a cache whose clock this shows; looking must not move it. */
  History(LongSupplier clockMillis) {
    this.clockMillis = clockMillis;
  }

  /** Calls the cache, records the call, and returns or throws what the cache did. */
  @Nullable Object record(
      int client, Cache<String, Integer> cache, String key, KeyOperation operation) {
    long invokedMillis = clockMillis.getAsLong();
    long invoked = places.getAndIncrement();
    @Nullable Object result = null;
    boolean done = false;
    try {
      result = operation.call(cache, key);
      done = true;
      return result;
    } finally {
      long returned = places.getAndIncrement();
      long returnedMillis = clockMillis.getAsLong();
      calls.add(
          new Call(
              client,
              key,
              operation,
              result,
              invoked,
              done ? returned : Call.NEVER,
              invokedMillis,
              done ? returnedMillis : Call.NEVER));
    }
  }

  int size() {
    return calls.size();
  }

  /** The calls of each key in the order of their invocations. */
  Map<String, List<Call>> byKey() {
    return calls.stream()
        .sorted(Comparator.comparingLong(Call::invoked))
        .collect(Collectors.groupingBy(Call::key));
  }
}
