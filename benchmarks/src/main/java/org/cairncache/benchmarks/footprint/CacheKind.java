package org.cairncache.benchmarks.footprint;

/** How the empty caches are configured. */
enum CacheKind {
  /** As JSR-107 configures a cache of which nothing is said. */
  PLAIN("defaults"),
  /** With statistics, and entries that expire. */
  WATCHED("statistics and expiry");

  private final String label;

  CacheKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
