package org.cairncache.freshness.background;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.cache.CacheManager;
import org.cairncache.CairnCache;

/** The tasks of this process that write, or stand by to. Thread-safe. */
final class Writers {
  private static final ConcurrentMap<Place, WriteTask<?>> OPEN = new ConcurrentHashMap<>();

  private Writers() {}

  /** What only one task may write: two of one process would always be two for its source. */
  private record Place(CacheManager manager, String cache, String key) {
    static Place of(Plan<?> plan) {
      return new Place(plan.cache().getCacheManager(), plan.cache().getName(), plan.key());
    }
  }

  /**
   * Takes the place.
   *
   * @throws IllegalStateException if another one has it
   */
  static void add(Plan<?> plan, WriteTask<?> task) {
    OPEN.values().removeIf(WriteTask::isOver);
    if (OPEN.putIfAbsent(Place.of(plan), task) != null) {
      throw new IllegalStateException(
          plan.name()
              + " is there already in this process: there can be one that writes and any number of"
              + " mirrors (Background.read). Keep that one, or close it first");
    }
  }

  static void remove(Plan<?> plan, WriteTask<?> task) {
    OPEN.remove(Place.of(plan), task);
  }

  /**
   * The cache that the task of this name writes to.
   *
   * @throws IllegalStateException if that is not one
   */
  @SuppressWarnings("unchecked") // the caller knows what the task of that name writes
  static <V> CairnCache<String, V> cacheOf(String name) {
    String key = BackgroundBuilder.keyOf(name);
    List<CairnCache<String, ?>> caches = new ArrayList<>();
    OPEN.forEach(
        (place, task) -> {
          if (place.key.equals(key) && !task.isOver()) {
            caches.add(task.cache());
          }
        });
    if (caches.isEmpty()) {
      throw new IllegalStateException(
          "No task of this process writes \""
              + name
              + "\": build Background.write(cache) first, or say where another process writes it:"
              + " Background.read(cache)");
    }
    if (caches.size() > 1) {
      throw new IllegalStateException(
          "Tasks of this process write \""
              + name
              + "\" to several caches, "
              + caches.stream().map(CairnCache::getName).sorted().toList()
              + ": say which by Background.read(cache)");
    }
    return (CairnCache<String, V>) caches.get(0);
  }
}
