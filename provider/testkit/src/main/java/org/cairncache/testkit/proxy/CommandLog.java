package org.cairncache.testkit.proxy;

import java.util.ArrayDeque;
import java.util.List;

/** The commands that went through, the latest of them by name. Thread-safe. */
final class CommandLog {
  /** So that a run of hours does not fill the heap. */
  static final int MAX_NAMES = 100_000;

  private final ArrayDeque<String> names = new ArrayDeque<>();
  private long count;

  synchronized void add(String command) {
    count++;
    if (names.size() == MAX_NAMES) {
      names.remove();
    }
    names.add(command);
  }

  synchronized List<String> names() {
    return List.copyOf(names);
  }

  synchronized long count() {
    return count;
  }

  synchronized void clear() {
    names.clear();
    count = 0;
  }
}
