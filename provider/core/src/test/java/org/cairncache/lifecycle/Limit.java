package org.cairncache.lifecycle;

/** How long a close may take: 5 s, and more on a machine that may be busy with something else. */
final class Limit {
  static final long MILLIS = Boolean.getBoolean("nightly") ? 5_000 : 10_000;

  private Limit() {}
}
