package org.cairncache.promises;

/** The short form of a promise's proof runs in every build, the long one nightly. */
final class Form {
  static final boolean NIGHTLY = Boolean.getBoolean("nightly");

  private Form() {}

  /** The number for the form that runs. */
  static int of(int brief, int nightly) {
    return NIGHTLY ? nightly : brief;
  }

  /** The bound of a time in milliseconds: what is promised nightly, ten times as much otherwise. */
  static double bound(double millis) {
    return NIGHTLY ? millis : 10 * millis;
  }

  /** Says what was measured, and on what. */
  static void report(int promise, Object medium, String figures) {
    System.out.println("Promise " + promise + ", " + medium + ": " + figures);
  }
}
