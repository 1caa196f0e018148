package org.cairncache.jcache;

import java.util.List;

/** What an operation on many does with the failures of some. */
final class Failures {
  private Failures() {}

  /** Throws the first, with the others suppressed in it; does nothing if there are none. */
  static <E extends RuntimeException> void throwFirst(List<E> failures) {
    if (failures.isEmpty()) {
      return;
    }
    E first = failures.get(0);
    for (E other : failures) {
      if (other != first) {
        first.addSuppressed(other);
      }
    }
    throw first;
  }
}
