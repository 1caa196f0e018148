package org.cairncache.freshness.background;

import java.util.function.LongSupplier;
import org.cairncache.CairnCache;

/**
 * What a background task is made with. Immutable.
 *
 * @param task its name, the template of the key
 * @param key in the cache
 * @param everyMillis from the beginning of a turn to that of the next
 * @param ticker nanoseconds, for times that no clock may change
 */
record Plan<V>(
    CairnCache<String, V> cache,
    String task,
    String key,
    long everyMillis,
    BackgroundObserver observer,
    Threads threads,
    LongSupplier ticker) {

  /** How messages name the task. */
  String name() {
    return "Background task \"" + task + "\" over the cache \"" + cache.getName() + "\"";
  }

  /** The entry of the value. */
  Slot<V> slot() {
    return new Slot<>(cache, key);
  }

  /**
   * Turns of the task.
   *
   * @param over what to do when they end by themselves
   */
  Schedule schedule(Schedule.Turn turn, Runnable over) {
    return new Schedule(this, turn, over);
  }
}
