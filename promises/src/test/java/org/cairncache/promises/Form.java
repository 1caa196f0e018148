package org.cairncache.promises;

/** The short form of a promise's proof runs in every build, the long one nightly. */
final class Form {
  static final boolean NIGHTLY = Boolean.getBoolean("nightly");

  private Form() {}

  /** The number for the form that runs. */
  static int of(int brief, int nightly) {
    return NIGHTLY ? nightly : brief;
  }

  /** Says what was measured. */
  static void report(int promise, Medium medium, String figures) {
    System.out.println("Promise " + promise + ", " + medium + ": " + figures);
  }
}
