package org.cairncache.examples.chain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cairncache.examples.chain.Served.How;
import org.cairncache.spi.StoreObserver;

/** Hears which levels of a cache answer. Thread-safe. */
final class Answers implements StoreObserver {
  private final List<Level> levels;
  private final Map<Level, Integer> answers = new EnumMap<>(Level.class);
  private How how = How.READ;

  /**
   * Of a cache.
   *
   * @param levels that it has, the nearest first
   */
  Answers(List<Level> levels) {
    this.levels = List.copyOf(levels);
  }

  @Override
  public synchronized void answered(int level) {
    answers.merge(levels.get(level), 1, Integer::sum);
  }

  @Override
  public synchronized void answeredLate(int level, Duration age) {
    answered(level);
    how = How.READ_LATE;
  }

  /** What was read since this was asked last. */
  synchronized Served take() {
    Served served = new Served(how, answers);
    answers.clear();
    how = How.READ;
    return served;
  }
}
