package org.cairncache.benchmarks.report;

import java.util.List;

/**
 * A table of figures, as it is printed and published. Cells are texts as people read them.
 *
 * @param id names the file; lower case, with hyphens
 * @param title one line that says what is counted, in which unit
 * @param columns heads of the columns, the first of which says what the lines are
 * @param lines as many cells each as there are columns
 * @param notes sentences under the table: how it was measured, what a peer lacks
 */
public record Sheet(
    String id, String title, List<String> columns, List<List<String>> lines, List<String> notes) {
  /**
   * A sheet whose lines fit its columns.
   *
   * @throws IllegalArgumentException if one does not
   */
  public Sheet {
    columns = List.copyOf(columns);
    lines = lines.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    for (List<String> line : lines) {
      if (line.size() != columns.size()) {
        throw new IllegalArgumentException(id + ": " + line + " does not fit " + columns);
      }
    }
  }

  /** The table in columns, as a terminal shows it, with its title and notes. */
  public String text() {
    var table = new TextTable();
    table.add(columns);
    lines.forEach(table::add);
    String below = notes.isEmpty() ? "" : "\n" + String.join("\n", notes) + "\n";
    return title + "\n\n" + table.text() + below;
  }
}
