package org.cairncache.examples.chain;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the example did, and the table that shows it. */
record Report(List<Row> rows) {
  private static final long MILLI_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  Report {
    rows = List.copyOf(rows);
  }

  /**
   * One step.
   *
   * @param what happens in it
   * @param expected who must serve it
   * @param expectedValue what it must return
   */
  record Row(String what, Answer answer, Served expected, String expectedValue) {
    boolean isRight() {
      return answer.served().equals(expected) && answer.value().equals(expectedValue);
    }

    @Override
    public String toString() {
      String row = line(what, answer.served(), answer.value(), time(answer.nanos()));
      return isRight() ? row : row + line("  WRONG, expected", expected, expectedValue, "");
    }
  }

  /** Whether every step went as it must. */
  boolean isRight() {
    return rows.stream().allMatch(Row::isRight);
  }

  /** The table in plain ASCII, at most 78 columns wide. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder(line("", Bar.heading(), "value", "time"));
    rows.forEach(table::append);
    return table.append(line("", "", "", "")).append(Bar.LEGEND).toString();
  }

  private static String line(Object... columns) {
    return String.format(Locale.ROOT, "%-33s %-20s %-9s %s", columns).stripTrailing() + '\n';
  }

  private static String time(long nanos) {
    if (nanos < MILLI_NANOS) {
      return String.format(Locale.ROOT, "%6.1f us", nanos / 1e3);
    }
    return nanos < SECOND_NANOS
        ? String.format(Locale.ROOT, "%6.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%6.2f s", nanos / 1e9);
  }
}
