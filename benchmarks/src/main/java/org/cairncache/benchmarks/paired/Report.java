package org.cairncache.benchmarks.paired;

import static org.cairncache.benchmarks.report.TextTable.NONE;
import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.paired.RowResult.Cell;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.TextTable;

/**
 * A run's figures beside the budgets, for people.
 *
 * @param subjects raw Caffeine first, the provider under test second
 */
record Report(
    Options options,
    List<Subject> subjects,
    List<RowResult> timed,
    List<FootprintResult> footprints) {

  /** The tables. */
  String text() {
    var text = new StringBuilder(Machine.describe()).append('\n');
    subjects.forEach(s -> text.append(s.label()).append(": ").append(s.artifact()).append('\n'));
    if (!timed.isEmpty()) {
      text.append(timedTitle()).append(ratios().text());
      text.append("\nBytes allocated by the caller per operation, median\n\n");
      text.append(allocations().text());
    }
    if (!footprints.isEmpty()) {
      text.append(format("\nBytes of heap per entry at %,d entries", options.footprintEntries()));
      text.append(" without keys and values (difference to the raw baseline)\n\n");
      text.append(weights().text());
    }
    return text.toString();
  }

  private String timedTitle() {
    return format(
        "%nCPU time (%s, %s) per operation by raw Caffeine's: median [quartiles] of %d rounds%n%n",
        options.cpu().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        options.isolated() ? "a JVM per subject" : "one JVM",
        options.rounds());
  }

  private TextTable ratios() {
    var table = new TextTable();
    table.add(line("operation", "raw ns", Subject::label, "budget", "verdict"));
    for (RowResult result : timed) {
      Map<String, Cell> cells = result.cells();
      Cell raw = cells.get(Subjects.raw().id());
      table.add(
          line(
              result.row().label(),
              raw == null ? NONE : format("%.1f", raw.nanos().median()),
              subject -> ratio(cells, subject),
              format("≤ %.2f", result.row().budget()),
              verdict().on(result)));
    }
    return table;
  }

  private static String ratio(Map<String, Cell> cells, Subject subject) {
    Cell cell = cells.get(subject.id());
    return cell == null
        ? NONE
        : format(
            "%.2f [%.2f–%.2f]", cell.ratio().median(), cell.ratio().lower(), cell.ratio().upper());
  }

  private TextTable allocations() {
    String raw = Subjects.raw().id();
    var table = new TextTable();
    table.add(line("operation", "raw", Subject::label, "", ""));
    for (RowResult result : timed) {
      Map<String, Cell> cells = result.cells();
      table.add(
          line(
              result.row().label(),
              allocated(cells, raw),
              subject -> allocated(cells, subject.id()),
              "",
              ""));
    }
    return table;
  }

  private static String allocated(Map<String, Cell> cells, String subject) {
    Cell cell = cells.get(subject);
    return cell == null ? NONE : format("%.0f", cell.bytes().median());
  }

  private TextTable weights() {
    var table = new TextTable();
    table.add(line("cache", "raw", Subject::label, "budget", "verdict"));
    for (FootprintResult result : footprints) {
      table.add(
          line(
              result.row().label(),
              format("%.1f", result.baseline()),
              subject -> weight(result, subject),
              format("≤ +%.0f", result.row().budget()),
              verdict().on(result)));
    }
    return table;
  }

  private static String weight(FootprintResult result, Subject subject) {
    Double bytes = result.bytes().get(subject.id());
    return bytes == null ? NONE : format("%.1f (%+.1f)", bytes, bytes - result.baseline());
  }

  /** A line with one cell for every subject but raw Caffeine between the outer ones. */
  private List<String> line(
      String first, String second, Function<Subject, String> cell, String budget, String verdict) {
    var line = new ArrayList<>(List.of(first, second));
    subjects.stream().skip(1).map(cell).forEach(line::add);
    line.add(budget);
    line.add(verdict);
    return line;
  }

  private Verdict verdict() {
    return new Verdict(
        subjects.get(1).id(),
        subjects.stream().collect(Collectors.toMap(Subject::id, Subject::label)));
  }
}
