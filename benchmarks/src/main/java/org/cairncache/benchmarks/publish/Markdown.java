package org.cairncache.benchmarks.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes plain text and tables so that Markdown shows them as they are. */
final class Markdown {
  private Markdown() {}

  /** The text without a meaning in Markdown or HTML. */
  static String text(String plain) {
    return plain
        .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\n", " ");
  }

  /** A table, the first and the last column left-aligned, the others right. */
  static String table(List<String> columns, List<List<String>> lines) {
    List<String> rules = new ArrayList<>(Collections.nCopies(columns.size(), "--:"));
    rules.set(0, "---");
    rules.set(rules.size() - 1, "---");
    return line(columns)
        + "|"
        + String.join("|", rules)
        + "|\n"
        + lines.stream().map(Markdown::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
