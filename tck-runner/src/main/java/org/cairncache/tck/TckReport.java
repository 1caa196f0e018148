package org.cairncache.tck;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report on all subjects, for people and for programs. Not thread-safe.
 *
 * <p>A subject's result is added as it comes, so that a run that breaks off leaves a report on what
 * went before.
 */
final class TckReport {

  private final String preamble;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param preamble what is the same for all, in Markdown
   */
  TckReport(String preamble) {
    this.preamble = preamble;
  }

  void add(TckSubject subject, TckResult result) throws IOException {
    List<String> violations = subject.gate().violations(result);
    entries.add(new Entry(result, violations, subject.configuration().strip()));
  }

  /** Writes {@code tck-report.md} and {@code tck-report.json} into the folder. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("tck-report.md"), markdown());
    Files.writeString(folder.resolve("tck-report.json"), json());
  }

  String json() {
    return entries.stream().map(Entry::json).collect(joining(",\n  ", "[\n  ", "\n]\n"));
  }

  String markdown() {
    return """
        # JSR-107 TCK report

        | store or CDI container | run | failed | errors | excluded | seconds | gate |
        |---|---|---|---|---|---|---|
        %s

        %s

        ## Configuration

        %s
        """
        .formatted(
            entries.stream().map(Entry::row).collect(joining("\n")),
            preamble.strip(),
            entries.stream().map(Entry::section).collect(joining("\n\n")));
  }

  private record Entry(TckResult result, List<String> violations, String configuration) {

    String json() {
      return String.format(
          Locale.ROOT,
          "{\"subject\": \"%s\", \"run\": %d, \"failed\": %d, \"errors\": %d, \"excluded\": %d,"
              + " \"seconds\": %.1f}",
          result.subject(),
          result.run(),
          result.failed(),
          result.errors(),
          result.excluded(),
          result.seconds());
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %d | %.1f | %s |",
          result.subject(),
          result.run(),
          result.failed(),
          result.errors(),
          result.excluded(),
          result.seconds(),
          violations.isEmpty() ? "passed" : String.join("; ", violations));
    }

    String section() {
      return "### " + result.subject() + "\n\n```\n" + configuration + "\n```";
    }
  }
}
