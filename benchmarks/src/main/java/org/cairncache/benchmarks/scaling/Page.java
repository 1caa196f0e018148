package org.cairncache.benchmarks.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.report.Sheet;

/**
 * A page in Markdown with tables that a program writes: what stands between {@code <!-- id -->} and
 * {@code <!-- /id -->} is the sheet of that id. Immutable.
 */
record Page(String text) {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  // Of two runs: near levels evict on threads of their own, and by chance.
  private static final double RELATIVE = 0.05;
  private static final double ABSOLUTE = 0.005;

  /**
   * The page with the sheet in its place.
   *
   * @throws IllegalArgumentException if it has no such place
   */
  Page with(Sheet sheet) {
    Matcher place = place(sheet);
    return new Page(
        text.substring(0, place.start(1)) + markdown(sheet) + text.substring(place.end(1)));
  }

  /**
   * Where the page says something else than the sheet, line by line; figures may differ by a little
   * (5 %), as two runs do.
   */
  List<String> differences(Sheet sheet) {
    List<String> page = place(sheet).group(1).lines().toList();
    List<String> wanted = markdown(sheet).lines().toList();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(page.size(), wanted.size()); i++) {
      String there = i < page.size() ? page.get(i) : "";
      String line = i < wanted.size() ? wanted.get(i) : "";
      if (!alike(there, line)) {
        differences.add(
            sheet.id() + ": the page says\n  " + there + "\nand the simulation\n  " + line);
      }
    }
    return differences;
  }

  private Matcher place(Sheet sheet) {
    String id = Pattern.quote(sheet.id());
    Matcher place =
        Pattern.compile("<!-- " + id + " -->\n(.*?)<!-- /" + id + " -->", Pattern.DOTALL)
            .matcher(text);
    if (!place.find()) {
      throw new IllegalArgumentException("The page has no place for " + sheet.id());
    }
    return place;
  }

  private static String markdown(Sheet sheet) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(sheet.columns());
    lines.add(sheet.columns().stream().map(column -> "---").toList());
    lines.addAll(sheet.lines());
    return lines.stream()
        .map(cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")))
        .collect(Collectors.joining("", "\n", "\n"));
  }

  /** Whether both say the same, but for figures that differ by as little as those of two runs. */
  static boolean alike(String one, String other) {
    return NUMBER.matcher(one).replaceAll("0").equals(NUMBER.matcher(other).replaceAll("0"))
        && near(numbers(one), numbers(other));
  }

  private static boolean near(List<Double> some, List<Double> others) {
    for (int i = 0; i < some.size(); i++) {
      double apart = Math.abs(some.get(i) - others.get(i));
      if (apart > Math.max(ABSOLUTE, RELATIVE * Math.abs(others.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<Double> numbers(String line) {
    return NUMBER.matcher(line).results().map(found -> Double.valueOf(found.group())).toList();
  }
}
