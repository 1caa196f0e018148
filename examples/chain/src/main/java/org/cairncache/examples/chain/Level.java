package org.cairncache.examples.chain;

/** The levels of the example, the nearest first. */
enum Level {
  MEMORY(0, "memory"),
  FILE(1, "file"),
  REDIS(2, "Redis");

  private final int depth;
  private final String title;

  Level(int depth, String title) {
    this.depth = depth;
    this.title = title;
  }

  /** How many are nearer. */
  int depth() {
    return depth;
  }

  /** What it is called in the table. */
  String title() {
    return title;
  }
}
