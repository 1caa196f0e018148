package org.cairncache.examples.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a scrape that are of Cairn, without the labels that all of them have.
 *
 * @param values by name and labels, as Prometheus writes them
 */
record Reading(Map<String, Double> values) {
  private static final Pattern LINE = Pattern.compile("(?m)^(cairn_.*) (\\S+)$");
  private static final Pattern COMMON = Pattern.compile("(?:cache|function)=\"[^\"]*\",?");

  static Reading of(String scrape) {
    Map<String, Double> values = new TreeMap<>();
    for (Matcher line = LINE.matcher(scrape); line.find(); ) {
      String name = COMMON.matcher(line.group(1)).replaceAll("");
      values.put(name.replace(",}", "}").replace("{}", ""), Double.valueOf(line.group(2)));
    }
    return new Reading(values);
  }

  /** 0 if there is no such line. */
  double value(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** What is not zero, a line each. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    values.forEach((name, value) -> lines.append(value == 0 ? "" : line(name, value)));
    return lines.toString();
  }

  private static String line(String name, double value) {
    boolean whole = value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%-75s %8.0f%n" : "%-75s %13.4f%n", name, value);
  }
}
