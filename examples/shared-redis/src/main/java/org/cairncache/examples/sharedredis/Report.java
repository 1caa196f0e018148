package org.cairncache.examples.sharedredis;

import java.util.List;
import java.util.Locale;

/**
 * What the example did, and the tables that show it.
 *
 * @param both what two processes counted together
 * @param kill what became of it when one of them was killed
 * @param seconds what callers saw while Redis was killed, started again and paused
 * @param backNanos from its restart until a change succeeded
 * @param count what became of the callers' increments
 * @param kept what {@code both} counted, as found after the restart
 */
record Report(
    Both both, Kill kill, List<Second> seconds, long backNanos, Callers.Count count, long kept) {
  Report {
    seconds = List.copyOf(seconds);
  }

  /**
   * Two processes that count.
   *
   * @param expected how many increments they made
   * @param counted what the counter says
   */
  record Both(long expected, long counted, long nanos) {}

  /**
   * Two processes that count, of which one is killed.
   *
   * @param survivor how many the other one made
   * @param acknowledged how many the killed one had said that it made
   * @param counted what the counter says
   */
  record Kill(long survivor, long acknowledged, long counted) {
    /** Those that the killed one made and could not say so any more. */
    long unsaid() {
      return counted - survivor - acknowledged;
    }
  }

  /** The tables in plain ASCII, at most 78 columns wide. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table
        .append(line("two processes, 8 threads each, one counter"))
        .append(line("  %8d  increments by invoke", both.expected()))
        .append(line("  %8d  counted, in %.1f s", both.counted(), both.nanos() / 1e9))
        .append(line(""))
        .append(line("the same again, one process killed (kill -9) in the middle"))
        .append(line("  %8d  increments by the one that lived on", kill.survivor()))
        .append(line("  %8d  by the killed one that it had reported", kill.acknowledged()))
        .append(line("  %8d  by it in its last moment, at most one a thread", kill.unsaid()))
        .append(line("  %8d  counted", kill.counted()))
        .append(line(""))
        .append(line("what 8 other threads saw"))
        .append(heading());
    for (int i = 0; i < seconds.size(); i++) {
      table.append(row(i + 1, seconds.get(i)));
    }
    return table
        .append(line(""))
        .append(line("  %8.2f  s after the restart the first change succeeded", backNanos / 1e9))
        .append(line("  %8d  found after it of the %d", kept, both.expected()))
        .append(line("  %8d  increments by these threads returned", count.acknowledged()))
        .append(line("  %8d  ended as unknown", count.unknown()))
        .append(line("  %8d  counted", count.counted()))
        .toString();
  }

  /** The first line of the timeline. */
  static String heading() {
    return line(
        "%6s %7s %7s %8s %8s %8s %8s  %s",
        "second", "hits", "misses", "changed", "refused", "unknown", "slowest", "Redis");
  }

  /** One line of the timeline. */
  static String row(int number, Second second) {
    return line(
        "%6d %7d %7d %8d %8d %8d %5d ms  %s",
        number,
        second.hits(),
        second.misses(),
        second.changed(),
        second.refused(),
        second.unknown(),
        second.slowestMillis(),
        second.event());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values).replaceAll(" +(?=\\R)", "");
  }
}
