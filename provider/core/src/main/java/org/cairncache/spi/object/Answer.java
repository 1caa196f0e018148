package org.cairncache.spi.object;

import java.time.Duration;

/** What came of one request. */
public sealed interface Answer<T> {
  /** It was carried out. */
  record Value<T>(T value) implements Answer<T> {}

  /** There is no such object: nothing was done. */
  record Missing<T>() implements Answer<T> {}

  /** What is there does not meet the condition, or others are at it just now: nothing was done. */
  record Unmet<T>() implements Answer<T> {}

  /** The service refused for good, or the request could not be made: nothing was done. */
  record Refused<T>(RuntimeException cause) implements Answer<T> {}

  /**
   * It failed, and may do better when it is sent again.
   *
   * @param pause about how long to wait first, at least
   */
  record Failed<T>(RuntimeException cause, Trace trace, Duration pause) implements Answer<T> {
    /** With no more of a pause than usual. */
    public Failed(RuntimeException cause, Trace trace) {
      this(cause, trace, Duration.ZERO);
    }
  }

  /** What a request that failed may have left behind. */
  enum Trace {
    /** Nothing: it was never sent. */
    NONE,
    /** Nothing, says the documentation: the service asks for patience. */
    BUSY,
    /** Perhaps what it was to do; it will do no more. */
    PERHAPS,
    /** Perhaps what it was to do, and perhaps only later: it was never answered. */
    LATER
  }
}
