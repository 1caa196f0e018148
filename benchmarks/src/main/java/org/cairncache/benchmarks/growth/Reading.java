package org.cairncache.benchmarks.growth;

/** What is read off a trial. Times are microseconds per entry, unless it is said. */
enum Reading {
  PUT("put"),
  PUT_ALL("putAll"),
  PUT_OVER("put over"),
  GET("get"),
  GET_ALL("getAll"),
  ITERATE("iterate"),
  CLEAR("clear"),
  OPEN("open"),
  CLOSE("close"),
  SWEEP("sweep"),
  /** Of the live heap, for each entry beyond its key and value. */
  BYTES("bytes per entry"),
  /** Of the thread that iterates, for each entry. */
  ITERATE_ALLOCATES("iterate: B allocated per entry"),
  /** How much more is alive half-way through an iteration, in kB. */
  ITERATE_HOLDS("iterate: kB held half-way"),
  CLEAR_ALLOCATES("clear: B allocated per entry"),
  SWEEP_ALLOCATES("sweep: B allocated per entry"),
  /** The longest get in milliseconds, of one thread that does nothing else. */
  PAUSE_ALONE("longest get, ms: alone"),
  PAUSE_ITERATE("during iteration"),
  PAUSE_CLEAR("during clear"),
  PAUSE_SWEEP("during sweep"),
  /** The most that was in use after a collection, in MB. */
  HEAP("most heap after a collection, MB"),
  /** Of the memory that Redis uses. */
  SERVER_BYTES("server: bytes per entry"),
  ITERATE_COMMANDS("commands: iterate"),
  CLEAR_COMMANDS("commands: clear");

  private final String label;

  Reading(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
