package org.cairncache.promises;

/** The process that started this one. */
interface Parent {
  /** Tells it one line. */
  void say(String line);

  /** Waits for a line from it. */
  String hear() throws InterruptedException;
}
