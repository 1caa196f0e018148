package org.cairncache.examples.writerreader;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that a process did.
 *
 * @param time since the example began, when it was heard of
 * @param detail in words
 */
record Event(Duration time, String process, What what, String detail) {
  static final String HEADER = "seconds  process\n";

  boolean is(String name, What kind) {
    return process.equals(name) && what == kind;
  }

  @Override
  public String toString() {
    String line =
        String.format(Locale.ROOT, "%7.1f  %-9s%s %s", seconds(time), process, what.verb(), detail);
    return line.stripTrailing() + "\n";
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
