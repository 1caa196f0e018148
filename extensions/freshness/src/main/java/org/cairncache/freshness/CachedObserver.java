package org.cairncache.freshness;

import java.time.Duration;

/**
 * Hears what becomes of the calls of a cached function: the seam for metrics. Called on the thread
 * of the call or of the load, so it must be fast and must not block; what it throws is logged and
 * goes no further. Every method does nothing by default. Keys and values are never passed.
 * Thread-safe.
 */
public interface CachedObserver {
  /** Hears nothing. */
  CachedObserver NONE = new CachedObserver() {};

  /** How a call was answered. */
  enum Answer {
    /** By a fresh value. */
    FRESH,
    /** By an old value, while it is refreshed. */
    STALE,
    /** By an old value, because loading failed or took too long. */
    STALE_ON_ERROR,
    /** By a load, of this caller or of another. */
    LOADED,
    /** By an exception. */
    ERROR
  }

  /** Where an answer came from. */
  enum Source {
    /** From a near level of a chain. */
    NEAR,
    /** From the store, or the last level of a chain. */
    STORE,
    /** From the function itself. */
    LOADER
  }

  /** Why the function was called. */
  enum Cause {
    /** Somebody waits for the value. */
    MISS,
    /** There is an old value that is served meanwhile. */
    REFRESH
  }

  /** How a load ended. */
  enum Result {
    /** There is a new value. */
    SUCCESS,
    /** The old value is right still. */
    NOT_MODIFIED,
    /** There is a new value, and it was not kept: the key was changed or invalidated meanwhile. */
    OUTDATED,
    /** Another process had loaded it, so the function was not called. */
    ALREADY_FRESH,
    /** It failed, or took too long. */
    FAILURE
  }

  /** A call was answered. */
  default void answered(Answer answer, Source source) {}

  /** An old value of this age was served. */
  default void servedStale(Duration age) {}

  /** A load ended after so many nanoseconds. */
  default void loaded(Cause cause, Result result, long nanos) {}

  /** A caller waits for the load of another one. */
  default void waited() {}

  /** A refresh was put off: there was no room in the bulkhead, or no thread. */
  default void refreshPutOff() {}

  /** The store failed; the function went on without it, or failed as well. */
  default void storeFailed(Throwable cause) {}
}
