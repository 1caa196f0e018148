package org.cairncache.examples.chain;

import java.util.Locale;
import org.cairncache.examples.chain.Served.How;

/**
 * Draws the way of a call through the levels, a column of {@value #COLUMN} characters for each: a
 * read goes from the left until somebody answers it.
 */
final class Bar {
  static final String LEGEND =
      """
      # answered (or how many keys)    o asked, and had nothing to go by
      W decided the write              x gave no answer
      """;

  private static final int COLUMN = 7;

  private Bar() {}

  /** The titles of the columns. */
  static String heading() {
    StringBuilder titles = new StringBuilder();
    for (Level level : Level.values()) {
      titles.append(String.format(Locale.ROOT, "%-" + COLUMN + "s", level.title()));
    }
    return titles.toString().stripTrailing();
  }

  static String of(Served served) {
    return switch (served.how()) {
      case WRITTEN -> at(Level.REDIS, 'W');
      case REFUSED -> at(Level.REDIS, 'x');
      case READ, READ_LATE -> read(served);
    };
  }

  private static String at(Level level, char mark) {
    return " ".repeat(level.depth() * COLUMN) + mark;
  }

  private static String read(Served served) {
    boolean late = served.how() == How.READ_LATE;
    int deepest = late ? Level.REDIS.depth() : deepest(served);
    StringBuilder way = new StringBuilder();
    for (Level level : Level.values()) {
      if (level.depth() <= deepest) {
        way.append(way.isEmpty() ? "" : "-".repeat(COLUMN - 1)).append(mark(served, level));
      }
    }
    return late ? way.substring(0, way.length() - 1) + 'x' : way.toString();
  }

  private static int deepest(Served served) {
    return served.answers().keySet().stream()
        .mapToInt(Level::depth)
        .max()
        .orElse(Level.REDIS.depth());
  }

  private static String mark(Served served, Level level) {
    int keys = served.answers().getOrDefault(level, 0);
    return keys == 0 ? "o" : keys == 1 ? "#" : String.valueOf(keys);
  }
}
