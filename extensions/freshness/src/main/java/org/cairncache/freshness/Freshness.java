package org.cairncache.freshness;

/** What an entry of a cached function is good for. */
public enum Freshness {
  /** It is served. */
  FRESH,
  /** It is served, and refreshed meanwhile. */
  STALE,
  /** It is served only if loading fails. */
  FOR_ERRORS,
  /** There is none that could be served. */
  DEAD
}
