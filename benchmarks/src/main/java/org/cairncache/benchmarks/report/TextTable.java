package org.cairncache.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Collects lines of cells and lays them out in columns: the first and the last left-aligned, the
 * others right. Not thread-safe.
 */
public final class TextTable {
  /** Stands where there is no figure. */
  public static final String NONE = "–";

  private final List<List<String>> lines = new ArrayList<>();

  /** Adds a line; all lines have the same number of cells. */
  public void add(List<String> cells) {
    lines.add(List.copyOf(cells));
  }

  /** The text, with a line break after each line. */
  public String text() {
    int[] widths =
        IntStream.range(0, lines.get(0).size())
            .map(column -> lines.stream().mapToInt(l -> l.get(column).length()).max().orElse(0))
            .toArray();
    return lines.stream()
        .map(line -> layOut(line, widths))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Formats with a point as decimal mark, wherever the program runs. */
  public static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }

  private static String layOut(List<String> line, int[] widths) {
    int last = widths.length - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(column -> pad(line.get(column), widths[column], column == 0 || column == last))
        .collect(Collectors.joining("   "))
        .stripTrailing();
  }

  private static String pad(String cell, int width, boolean left) {
    String padding = " ".repeat(width - cell.length());
    return left ? cell + padding : padding + cell;
  }
}
