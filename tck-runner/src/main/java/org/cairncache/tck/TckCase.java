package org.cairncache.tck;

/**
 * One method of the TCK and how it ended.
 *
 * @param detail the stack trace of what was thrown; empty for one that passed
 */
record TckCase(String className, String method, End end, String detail) {

  /**
   * How a test ended; a failure is an assertion that did not hold, an error anything else thrown.
   */
  enum End {
    PASSED,
    FAILED,
    ERROR,
    SKIPPED
  }

  String name() {
    return className + "#" + method;
  }

  /**
   * Ends as the TCK's test ended.
   *
   * @throws AssertionError unless that was by passing
   */
  void replay() {
    if (end != End.PASSED) {
      throw new AssertionError(name() + " " + end + "\n" + detail);
    }
  }
}
