package org.cairncache.examples.sharedfiles;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;

/** The tasks in a directory, shared by all processes that open it. Thread-safe. */
final class Tasks implements AutoCloseable {
  private final CachingProvider provider;
  private final CacheManager manager;
  private final Cache<Integer, Task> tasks;

  private Tasks(CachingProvider provider, CacheManager manager) {
    this.provider = provider;
    this.manager = manager;
    this.tasks =
        manager.createCache(
            "tasks", new MutableConfiguration<Integer, Task>().setTypes(Integer.class, Task.class));
  }

  /** Opens the tasks in a directory, {@code file:///path/}. */
  static Tasks in(URI directory) {
    CachingProvider provider = Caching.getCachingProvider();
    return new Tasks(provider, provider.getCacheManager(directory, null));
  }

  /** Takes a task that nobody has, or that an earlier process of this worker left; else false. */
  boolean take(int number, String worker, int run) {
    Task mine = Task.taken(worker, run);
    if (tasks.putIfAbsent(number, mine)) {
      return true;
    }
    Task there = tasks.get(number);
    return there != null && there.isLeftBy(worker, run) && tasks.replace(number, there, mine);
  }

  /** Keeps a result; false if it is there already, so that none is counted twice. */
  boolean finish(int number, int primes) {
    return tasks.invoke(
        number,
        (entry, arguments) -> {
          boolean first = entry.exists() && !entry.getValue().isDone();
          if (first) {
            entry.setValue(entry.getValue().done(primes));
          }
          return first;
        });
  }

  /** All that were taken, of the first so many. */
  Map<Integer, Task> first(int count) {
    Set<Integer> numbers = IntStream.range(0, count).boxed().collect(Collectors.toSet());
    return tasks.getAll(numbers);
  }

  /** Forgets all, for every process. */
  void destroy() {
    manager.destroyCache(tasks.getName());
  }

  @Override
  public void close() {
    manager.close();
    provider.close();
  }
}
