package org.cairncache.testkit.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.history.History;
import org.jspecify.annotations.Nullable;

/** Calls one store at random, with tokens of just now and of long ago. Belongs to one thread. */
final class StoreClient {
  private final int number;
  private final Store<String, Integer> store;
  private final History<StoreCall> history;
  private final AtomicInteger values;
  private final boolean latestOnly;
  private final SplittableRandom random = new SplittableRandom();
  private final Map<String, Stored<Integer>> tokens = new HashMap<>();

  /**
   * A client.
   *
   * @param values the last value that any client of the history wrote
   * @param latestOnly whether all reads are of the level that decides writes
   */
  StoreClient(
      int number,
      Store<String, Integer> store,
      History<StoreCall> history,
      AtomicInteger values,
      boolean latestOnly) {
    this.latestOnly = latestOnly;
    this.number = number;
    this.store = store;
    this.history = history;
    this.values = values;
  }

  void callOnce(List<String> keys) {
    String key = keys.get(random.nextInt(keys.size()));
    StoreCall call = choose(token(key));
    history.record(number, key, call, () -> call.call(store, key));
  }

  private StoreCall choose(@Nullable Stored<Integer> token) {
    int kind = random.nextInt(10);
    if (kind < 2) {
      return new StoreCall.Get(latestOnly || kind == 0);
    }
    if (kind == 2) {
      return new StoreCall.Put(values.incrementAndGet());
    }
    if (kind == 3) {
      return new StoreCall.Remove();
    }
    if (kind < 7 || token == null) {
      return new StoreCall.Replace(token, values.incrementAndGet());
    }
    return kind < 9 ? new StoreCall.RemoveExpected(token) : new StoreCall.Touch(token);
  }

  private @Nullable Stored<Integer> token(String key) {
    if (random.nextInt(3) > 0) {
      Stored<Integer> latest = store.getLatest(key);
      if (latest == null) {
        tokens.remove(key);
      } else {
        tokens.put(key, latest);
      }
    }
    return tokens.get(key);
  }
}
