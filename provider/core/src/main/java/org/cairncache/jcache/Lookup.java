package org.cairncache.jcache;

/** How an operation counts in the statistics of gets (JSR-107 section 12.4). */
enum Lookup {
  /** Not a get. */
  NONE,
  HIT,
  MISS;

  static Lookup of(boolean hit) {
    return hit ? HIT : MISS;
  }
}
