package org.cairncache.examples.quickstart;

import java.util.List;
import java.util.Locale;

/**
 * What the example did, and the table that shows it. The totals are those of the entry processor,
 * hits and misses those of the cache's own statistics.
 */
record Report(List<Row> rows, long types, long methods, int sourceCalls, long hits, long misses) {
  Report {
    rows = List.copyOf(rows);
  }

  /** One module; {@code expiredAfterNanos} lie between its load and the EXPIRED event. */
  record Row(Visit visit, long expiredAfterNanos) {
    @Override
    public String toString() {
      ModuleFacts facts = visit.facts();
      return line(
          "%-20s %7d %8d %8d %9.1f %9.2f %11.2f",
          facts.module(),
          facts.types(),
          facts.methods(),
          facts.bytes() / 1024,
          visit.coldNanos() / 1e6,
          visit.warmNanos() / 1e3,
          expiredAfterNanos / 1e9);
    }
  }

  /** The table in plain ASCII, 78 columns wide where module names have at most 20 letters. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(
        line(
            "%-20s %7s %8s %8s %9s %9s %11s",
            "module", "types", "methods", "KiB", "cold ms", "warm us", "expired s"));
    rows.forEach(table::append);
    return table
        .append(line("%-20s %7d %8d", "total, by invoke", types, methods))
        .append(line(""))
        .append(line("source calls %8d  one per module, one after the expiry", sourceCalls))
        .append(line("cache hits   %8d  by the statistics MXBean", hits))
        .append(line("cache misses %8d  likewise", misses))
        .toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }
}
