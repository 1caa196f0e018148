package org.cairncache.benchmarks.publish;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Sheet;

/** The Markdown page with everything that was measured. */
final class Page {
  private static final String HEAD =
      """
      # Benchmarks: the figures

      Cairn beside its peers, and beside its budgets. *Met* is within the budget, *OVER* or *UNDER* is not, and where a peer is
      ahead, the verdict names it. What is measured, and how it is kept fair, stands in
      [benchmarks](../../benchmarks/README.md). This page is made by the command at its end, of the JSON files beside it; each
      part says when and on what it was measured.

      """;
  private static final String AGAIN =
      """
      ## Measure it again

      ```
      mvn -pl benchmarks -am -Pbench process-classes -Dbench.main=org.cairncache.benchmarks.publish.PublishMain
      ```

      With `-Dbench.args="--parts %s"` it measures these parts alone, and leaves the others as they are.
      """;

  private Page() {}

  /** The page with a section for each, in that order. */
  static String of(List<Figures> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("Nothing is measured yet");
    }
    String sections = all.stream().map(Page::section).collect(Collectors.joining());
    String two = all.stream().limit(2).map(Figures::part).collect(Collectors.joining(","));
    return HEAD + contents(all) + sections + versions(all) + AGAIN.formatted(two);
  }

  private static String contents(List<Figures> all) {
    return all.stream()
        .map(figures -> "- [" + figures.title() + "](#" + figures.part() + ")\n")
        .collect(Collectors.joining("", "", "- [Versions](#versions)\n\n"));
  }

  private static String section(Figures figures) {
    return "<a id=\""
        + figures.part()
        + "\"></a>\n\n## "
        + figures.title()
        + "\n\n"
        + measured(figures.conditions())
        + figures.measured().sheets().stream().map(Page::table).collect(Collectors.joining())
        + figures.measured().charts().stream().map(Page::image).collect(Collectors.joining());
  }

  private static String measured(Conditions conditions) {
    String warning =
        conditions.quick()
            ? "**Not to be quoted: this was the short form, which measures nothing.**\n\n"
            : "";
    return warning
        + "Measured "
        + conditions.began().replace("T", " ").replace(":00Z", " UTC")
        + " on "
        + conditions.system()
        + ".\nBefore: "
        + conditions.before()
        + ".\nAfter: "
        + conditions.after()
        + ".\nProvider: `"
        + conditions.provider()
        + "`.\n\n";
  }

  private static String table(Sheet sheet) {
    return "### "
        + text(sheet.title())
        + "\n\n"
        + Markdown.table(sheet.columns(), sheet.lines())
        + "\n"
        + sheet.notes().stream()
            .map(note -> "- " + text(note) + "\n")
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining(), notes -> notes.isEmpty() ? "" : notes + "\n"));
  }

  private static String image(Chart chart) {
    return "![" + text(chart.title()) + "](" + chart.id() + ".svg)\n\n";
  }

  private static String text(String plain) {
    return Markdown.text(plain);
  }

  /** A library that had another version in some part has all of them in its line. */
  private static String versions(List<Figures> all) {
    Map<String, Set<String>> versions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Figures figures : all) {
      figures.conditions().versions().forEach((name, version) -> add(versions, name, version));
    }
    List<List<String>> lines =
        versions.entrySet().stream()
            .map(entry -> List.of(entry.getKey(), String.join(", ", entry.getValue())))
            .toList();
    return "## Versions\n\n" + Markdown.table(List.of("library", "version"), lines) + "\n";
  }

  private static void add(Map<String, Set<String>> versions, String name, String version) {
    versions.computeIfAbsent(name, unseen -> new TreeSet<>()).add(version);
  }
}
