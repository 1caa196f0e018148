package org.cairncache.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/**
 * Adds one to a key again and again, on some threads. Its arguments are the number of threads, the
 * rounds of each, and the {@link Addition}s to take in turn.
 */
final class Adder implements Part {
  static final String KEY = "sum";

  static Cache<String, Integer> cache(CacheManager manager) {
    return manager.createCache(
        "sums", new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
  }

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    Cache<String, Integer> cache = cache(manager);
    parent.say("ready");
    parent.hear();
    add(cache, arguments);
  }

  static void add(Cache<String, Integer> cache, List<String> arguments) throws Exception {
    int threads = Integer.parseInt(arguments.get(0));
    int rounds = Integer.parseInt(arguments.get(1));
    List<Addition> additions =
        arguments.subList(2, arguments.size()).stream().map(Addition::valueOf).toList();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(executor.submit(() -> add(cache, rounds, additions)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static void add(Cache<String, Integer> cache, int rounds, List<Addition> additions) {
    for (int i = 0; i < rounds; i++) {
      additions.get(i % additions.size()).add(cache, KEY);
    }
  }
}
