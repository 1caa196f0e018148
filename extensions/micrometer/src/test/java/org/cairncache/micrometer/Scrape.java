package org.cairncache.micrometer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus would read.
 *
 * @param series the labels of each metric
 */
record Scrape(Map<String, Set<String>> series) {
  private static final Pattern LINE =
      Pattern.compile("^([a-zA-Z_:]\\w*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  static Scrape of(String text) {
    Map<String, Set<String>> series = new TreeMap<>();
    for (Matcher line = LINE.matcher(text); line.find(); ) {
      Set<String> labels = series.computeIfAbsent(line.group(1), name -> new TreeSet<>());
      if (line.group(2) != null) {
        LABEL.matcher(line.group(2)).results().forEach(label -> labels.add(label.group(1)));
      }
    }
    return new Scrape(series);
  }
}
