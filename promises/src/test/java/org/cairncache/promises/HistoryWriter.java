package org.cairncache.promises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.testkit.history.Call;

/**
 * Calls a cache at random on four threads and tells every call, once for each number that it is
 * told. Its arguments are its own number and how many calls a thread makes.
 *
 * <p>The places of calls are {@link System#nanoTime}: on Linux that is CLOCK_MONOTONIC, which all
 * processes of a host share.
 */
final class HistoryWriter implements Part {
  static final int THREADS = 4;
  static final int KEYS = 10;
  static final String END = "end";

  // Wide enough that the increments of one history never reach the next value.
  private static final int BETWEEN_VALUES = 1_000;
  private static final int CLIENTS = 16;

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    Cache<String, Integer> cache =
        manager.createCache(
            "numbers",
            new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
    int process = Integer.parseInt(arguments.get(0));
    int calls = Integer.parseInt(arguments.get(1));
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    parent.say("ready");
    for (String history = parent.hear(); !history.equals(END); history = parent.hear()) {
      List<Future<List<String>>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int client = process * THREADS + i;
        String name = history;
        running.add(
            executor.submit(
                () -> {
                  start.await();
                  return new Client(cache, client, name).call(calls);
                }));
      }
      for (Future<List<String>> each : running) {
        each.get().forEach(parent::say);
      }
      parent.say(END);
    }
    executor.shutdownNow();
  }

  /** One thread, which remembers what it saw so that its conditions hold now and then. */
  private static final class Client {
    private final Cache<String, Integer> cache;
    private final int number;
    private final String history;
    private final SplittableRandom random = new SplittableRandom();
    private final Map<String, Integer> seen = new HashMap<>();
    private int values;

    Client(Cache<String, Integer> cache, int number, String history) {
      this.cache = cache;
      this.number = number;
      this.history = history;
    }

    List<String> call(int times) {
      List<String> lines = new ArrayList<>(times);
      KeyCall.Kind[] kinds = KeyCall.Kind.values();
      for (int i = 0; i < times; i++) {
        String key = history + "-" + random.nextInt(KEYS);
        int value = (++values * CLIENTS + number) * BETWEEN_VALUES;
        KeyCall.Kind kind = kinds[random.nextInt(kinds.length)];
        lines.add(call(key, new KeyCall(kind, seen.getOrDefault(key, 0), value)));
      }
      return lines;
    }

    private String call(String key, KeyCall operation) {
      Object result = null;
      long invoked = System.nanoTime();
      long returned = Call.NEVER;
      try {
        result = operation.call(cache, key);
        returned = System.nanoTime();
      } catch (CacheException unknown) {
        // it may have happened or not
      }
      seen.put(key, result instanceof Integer value ? value : operation.value());
      return CallLine.of(
          new Call<>(number, key, operation, result, invoked, returned, invoked, returned));
    }
  }
}
