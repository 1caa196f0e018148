package org.cairncache.testkit.history;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who called what on which key, what came back, and which calls ended before others began.
 * Thread-safe.
 *
 * @param <O> the type of operations
 */
public final class History<O> {
  private final LongSupplier clockMillis;
  private final AtomicLong places = new AtomicLong();
  private final Queue<Call<O>> calls = new ConcurrentLinkedQueue<>();

  /**
   * An empty history.
   *
   * @param clockMillis shows the time that the calls go by, in milliseconds; looking must not move
   *     it
   */
  public History(LongSupplier clockMillis) {
    this.clockMillis = clockMillis;
  }

  /**
   * Calls, records the call, and returns or throws what the call did.
   *
   * @param client the number of the caller
   */
  public @Nullable Object record(
      int client, String key, O operation, Supplier<? extends @Nullable Object> call) {
    long invokedMillis = clockMillis.getAsLong();
    long invoked = places.getAndIncrement();
    @Nullable Object result = null;
    boolean done = false;
    try {
      result = call.get();
      done = true;
      return result;
    } finally {
      long returned = places.getAndIncrement();
      long returnedMillis = clockMillis.getAsLong();
      calls.add(
          new Call<>(
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

  /** How many calls were recorded. */
  public int size() {
    return calls.size();
  }

  /** The calls of each key in the order of their invocations. */
  public Map<String, List<Call<O>>> byKey() {
    return calls.stream()
        .sorted(Comparator.comparingLong(Call::invoked))
        .collect(Collectors.groupingBy(Call::key));
  }
}
