package org.cairncache.spi;

import org.jspecify.annotations.Nullable;

/** Looks through the causes of failures, the failures themselves among them. */
public final class Causes {
  private Causes() {}

  /** Whether the failure or one of its causes is of the type. */
  public static boolean contain(@Nullable Throwable failure, Class<?> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the failure or one of its causes has the words in its message. */
  public static boolean say(@Nullable Throwable failure, String words) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).contains(words)) {
        return true;
      }
    }
    return false;
  }

  /** The message of the innermost cause, or its simple name if it has none. */
  public static String innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage() == null
        ? innermost.getClass().getSimpleName()
        : innermost.getMessage();
  }
}
