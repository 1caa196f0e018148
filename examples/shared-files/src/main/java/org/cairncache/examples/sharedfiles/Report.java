package org.cairncache.examples.sharedfiles;

import java.util.List;
import java.util.Locale;

/**
 * What the example did, and the table that shows it.
 *
 * @param workers each process of each worker
 * @param acknowledged how many results the killed process had said were kept
 * @param lost how many of those another process did not find
 * @param taken how many tasks the killed process had taken and not done
 * @param takeoverNanos from the kill until its successor had done the one it was killed in
 * @param counted how many tasks were done at the end
 * @param primes the sum of their results
 * @param expected the sum that it must be
 */
record Report(
    List<Row> workers,
    int acknowledged,
    int lost,
    int taken,
    long takeoverNanos,
    int counted,
    long primes,
    long expected) {
  Report {
    workers = List.copyOf(workers);
  }

  /** One process, and what it left in the cache. */
  record Row(String worker, int run, String ended, long tasks, long primes) {
    @Override
    public String toString() {
      return line("%-10s %3d  %-10s %8d %10d", worker, run, ended, tasks, primes);
    }
  }

  /** The table in plain ASCII, at most 78 columns wide. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(line("%-10s %3s  %-10s %8s %10s", "worker", "run", "ended", "tasks", "primes"));
    workers.forEach(table::append);
    return table
        .append(line("%-10s %3s  %-10s %8d %10d", "in all", "", "", counted, primes))
        .append(line("%-26s %8s %10d", "by another method", "", expected))
        .append(line(""))
        .append(line("kept before the kill   %8d  results that the worker reported", acknowledged))
        .append(line("lost by it             %8d  of them", lost))
        .append(line("left undone            %8d  taken, not finished", taken))
        .append(line("taken over after %11.2f s  with a new process", takeoverNanos / 1e9))
        .toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }
}
