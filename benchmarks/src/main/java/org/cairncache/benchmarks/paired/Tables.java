package org.cairncache.benchmarks.paired;

import static org.cairncache.benchmarks.report.TextTable.NONE;
import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.cairncache.benchmarks.paired.RowResult.Cell;
import org.cairncache.benchmarks.report.Sheet;

/** Lays a report out in tables, with a column for each subject. */
final class Tables {
  private static final String LACKS = NONE + " stands where there is no such cache.";

  private final Report report;
  private final Options options;

  Tables(Report report) {
    this.report = report;
    this.options = report.options();
  }

  /** The tables that have lines. */
  List<Sheet> sheets() {
    var sheets = new ArrayList<Sheet>();
    if (!report.figures().timed().isEmpty()) {
      sheets.add(ratios());
      sheets.add(allocations());
    }
    if (!report.figures().footprints().isEmpty()) {
      sheets.add(weights());
    }
    return sheets;
  }

  private Sheet ratios() {
    return new Sheet(
        "paired-ratios",
        "CPU time per call by raw Caffeine's: median [quartiles]",
        line("operation", "raw ns", Subject::label, List.of("budget", "verdict")),
        report.figures().timed().stream().map(this::ratios).toList(),
        List.of(method(), LACKS));
  }

  private List<String> ratios(RowResult result) {
    Map<String, Cell> cells = result.cells();
    return line(
        result.row().label(),
        cell(cells, Subjects.raw(), raw -> format("%.1f", raw.nanos().median())),
        subject -> cell(cells, subject, Tables::ratio),
        List.of(format("≤ %.2f", result.row().budget()), report.verdict().on(result)));
  }

  private static String ratio(Cell cell) {
    var ratio = cell.ratio();
    return format("%.2f [%.2f–%.2f]", ratio.median(), ratio.lower(), ratio.upper());
  }

  private String method() {
    String time = options.cpu().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String rounds =
        options.jvms() > 1
            ? format("over %d JVMs, of the median of %d rounds", options.jvms(), options.rounds())
            : format("of %d rounds in one JVM", options.rounds());
    String place = options.isolated() ? "each subject in a JVM of its own" : "all subjects in it";
    return format("CPU time of the %s; medians and quartiles %s, %s.", time, rounds, place);
  }

  private Sheet allocations() {
    return new Sheet(
        "paired-allocation",
        "Bytes allocated by the caller per call, median",
        line("operation", "raw", Subject::label, List.of()),
        report.figures().timed().stream().map(this::allocations).toList(),
        List.of(LACKS));
  }

  private List<String> allocations(RowResult result) {
    Function<Subject, String> bytes =
        subject -> cell(result.cells(), subject, cell -> format("%.0f", cell.bytes().median()));
    return line(result.row().label(), bytes.apply(Subjects.raw()), bytes, List.of());
  }

  private Sheet weights() {
    return new Sheet(
        "paired-bytes",
        format("Bytes of heap per entry at %,d entries", options.footprintEntries()),
        line("cache", "raw", Subject::label, List.of("budget", "verdict")),
        report.figures().footprints().stream().map(this::weights).toList(),
        List.of("Without keys and values; (difference to raw, eternal where it expires).", LACKS));
  }

  private List<String> weights(FootprintResult result) {
    double raw = result.baseline();
    return line(
        result.row().label(),
        format("%.1f", raw),
        subject ->
            cell(result.bytes(), subject, bytes -> format("%.1f (%+.1f)", bytes, bytes - raw)),
        List.of(format("≤ +%.0f", result.row().budget()), report.verdict().on(result)));
  }

  private static <T> String cell(Map<String, T> cells, Subject subject, Function<T, String> text) {
    T cell = cells.get(subject.id());
    return cell == null ? NONE : text.apply(cell);
  }

  /** A line with one cell for every subject but raw Caffeine between the outer ones. */
  private List<String> line(
      String first, String second, Function<Subject, String> cell, List<String> last) {
    var line = new ArrayList<>(List.of(first, second));
    report.subjects().stream().skip(1).map(cell).forEach(line::add);
    line.addAll(last);
    return line;
  }
}
