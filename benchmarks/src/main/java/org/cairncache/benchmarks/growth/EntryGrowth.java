package org.cairncache.benchmarks.growth;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;
import org.cairncache.benchmarks.report.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * How cost grows with the number of entries.
 *
 * @param id begins the names of tables and charts
 * @param where the entries are
 * @param smallest number of entries
 * @param most entries
 * @param times what is read in microseconds per entry
 * @param amounts what else is read
 */
record EntryGrowth(
    String id,
    String where,
    List<Medium> media,
    int smallest,
    int most,
    List<Reading> times,
    List<Reading> amounts) {
  static final EntryGrowth MEMORY =
      new EntryGrowth(
          "growth-memory",
          "in memory",
          List.of(Medium.RAW, Medium.RAW_FIT, Medium.CAIRN, Medium.CAIRN_FIT, Medium.CAIRN_CREATED),
          10_000,
          10_000_000,
          List.of(
              Reading.PUT,
              Reading.PUT_OVER,
              Reading.GET,
              Reading.ITERATE,
              Reading.CLEAR,
              Reading.CLOSE,
              Reading.SWEEP),
          List.of(
              Reading.BYTES,
              Reading.ITERATE_ALLOCATES,
              Reading.ITERATE_HOLDS,
              Reading.CLEAR_ALLOCATES,
              Reading.SWEEP_ALLOCATES,
              Reading.PAUSE_ALONE,
              Reading.PAUSE_ITERATE,
              Reading.PAUSE_CLEAR,
              Reading.PAUSE_SWEEP));

  static final EntryGrowth FILES =
      new EntryGrowth(
          "growth-files",
          "in files of 1 kB",
          List.of(Medium.PLAIN_FILES, Medium.FILES),
          1_000,
          1_000_000,
          List.of(
              Reading.PUT,
              Reading.PUT_OVER,
              Reading.GET,
              Reading.ITERATE,
              Reading.CLEAR,
              Reading.OPEN,
              Reading.CLOSE,
              Reading.SWEEP),
          List.of(
              Reading.HEAP,
              Reading.ITERATE_ALLOCATES,
              Reading.ITERATE_HOLDS,
              Reading.CLEAR_ALLOCATES,
              Reading.SWEEP_ALLOCATES));

  static final EntryGrowth REDIS =
      new EntryGrowth(
          "growth-redis",
          "in Redis, of 200 bytes",
          List.of(Medium.REDIS),
          1_000,
          1_000_000,
          List.of(
              Reading.PUT_ALL,
              Reading.PUT_OVER,
              Reading.GET,
              Reading.GET_ALL,
              Reading.ITERATE,
              Reading.CLEAR,
              Reading.OPEN,
              Reading.CLOSE),
          List.of(
              Reading.HEAP,
              Reading.SERVER_BYTES,
              Reading.ITERATE_ALLOCATES,
              Reading.ITERATE_HOLDS,
              Reading.CLEAR_ALLOCATES,
              Reading.ITERATE_COMMANDS,
              Reading.CLEAR_COMMANDS));

  private static final String NOTE =
      "Every number of entries in a JVM of its own; one thread makes the calls.";

  /** What a trial gave. */
  private record Result(Medium medium, int entries, Map<Reading, Double> readings) {}

  Measured measure(GrowthOptions options, Trials trials) {
    List<Result> results = new ArrayList<>();
    for (int size : options.sizes(smallest, most)) {
      for (Medium medium : media) {
        Result result = new Result(medium, size, trials.run(medium, size));
        System.err.println(medium.label() + ", " + size + " entries: " + result.readings);
        results.add(result);
      }
    }
    return new Measured(
        List.of(
            sheet(id, "Microseconds per entry " + where, times, results),
            sheet(id + "-bounds", "What entries take " + where, amounts, results)),
        media.size() == 1 ? List.of(chart(media.get(0), results)) : charts(results));
  }

  private Sheet sheet(String id, String title, List<Reading> columns, List<Result> results) {
    List<String> heads = new ArrayList<>(List.of("", "entries"));
    columns.forEach(column -> heads.add(column.label()));
    List<List<String>> lines = new ArrayList<>();
    for (Medium medium : media) {
      results.stream()
          .filter(result -> result.medium == medium)
          .forEach(result -> lines.add(line(result, columns)));
    }
    return new Sheet(id, title, heads, lines, List.of(NOTE));
  }

  private static List<String> line(Result result, List<Reading> columns) {
    List<String> line = new ArrayList<>(List.of(result.medium.label(), "" + result.entries));
    columns.forEach(column -> line.add(cell(result.readings.get(column))));
    return line;
  }

  private static String cell(@Nullable Double figure) {
    if (figure == null) {
      return TextTable.NONE;
    }
    return format(Math.abs(figure) < 10 ? "%.3f" : "%.1f", figure);
  }

  /** One for each operation, with a line for each medium. */
  private List<Chart> charts(List<Result> results) {
    return times.stream()
        .map(
            time ->
                chart(
                    "-" + time.label().replace(' ', '-'),
                    time.label() + " " + where,
                    media.stream()
                        .map(medium -> series(medium.label(), medium, time, results))
                        .toList()))
        .toList();
  }

  /** One for all operations of the medium. */
  private Chart chart(Medium medium, List<Result> results) {
    return chart(
        "",
        medium.label(),
        times.stream().map(time -> series(time.label(), medium, time, results)).toList());
  }

  private Chart chart(String suffix, String title, List<Chart.Series> series) {
    return new Chart(
        id + suffix,
        "Microseconds per entry: " + title,
        new Chart.Axis("entries", true),
        new Chart.Axis("µs per entry", true),
        Chart.Kind.LINES,
        series.stream().filter(one -> !one.points().isEmpty()).toList());
  }

  private static Chart.Series series(
      String name, Medium medium, Reading time, List<Result> results) {
    return new Chart.Series(
        name,
        results.stream()
            .filter(result -> result.medium == medium && result.readings.containsKey(time))
            .map(
                result ->
                    new Chart.Point(
                        "" + result.entries,
                        result.entries,
                        result.readings.getOrDefault(time, Double.NaN)))
            .toList());
  }
}
