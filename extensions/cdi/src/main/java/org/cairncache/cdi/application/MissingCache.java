package org.cairncache.cdi.application;

/** What becomes of a cache that a method names and nobody has declared. */
public enum MissingCache {
  /** The application is not deployed. */
  FAIL,
  /** It is said in the log, and methods are called without the cache as long as it is missing. */
  WARN,
  /** It is created, with the defaults of the manager. */
  CREATE
}
