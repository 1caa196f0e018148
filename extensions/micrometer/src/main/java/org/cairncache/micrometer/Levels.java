package org.cairncache.micrometer;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * A meter for each level of a chain, made when it first answers. Levels are few, so to ask again
 * makes no objects. Thread-safe.
 */
final class Levels<M> {
  private final ConcurrentMap<Integer, M> made = new ConcurrentHashMap<>();
  private final Function<Integer, M> maker;

  /**
   * None is made.
   *
   * @param maker is told the level as the value of a tag
   */
  Levels(Function<String, M> maker) {
    this.maker = level -> maker.apply(level.toString());
  }

  M of(int level) {
    M there = made.get(level);
    return there == null ? made.computeIfAbsent(level, maker) : there;
  }
}
