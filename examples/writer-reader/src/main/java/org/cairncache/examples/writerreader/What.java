package org.cairncache.examples.writerreader;

/** What a process does. */
enum What {
  STARTS("starts"),
  READY("is ready"),
  LEADS("leads"),
  LOADS("loads"),
  READS("reads"),
  MISSES("misses"),
  KILLED("is killed"),
  RETIRES("leads no more"),
  CALLED("");

  private final String verb;

  What(String verb) {
    this.verb = verb;
  }

  String verb() {
    return verb;
  }
}
