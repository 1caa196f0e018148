package org.cairncache.benchmarks.paired;

/** Opens lanes, in this JVM or elsewhere. */
interface Lanes extends AutoCloseable {
  /**
   * The subject's lane for that row.
   *
   * @throws UnsupportedOperationException where the subject has no cache of the row's shape
   */
  Lane open(Subject subject, Row row);

  /**
   * Collects garbage, so that entries lie as in a heap that lives, and not between what filling
   * left behind.
   */
  void collect();

  @Override
  void close();

  /** Lanes that all live in this JVM and share one set of keys and values. */
  static Lanes local(Options options) {
    Workload workload = options.workload();
    return new Lanes() {
      @Override
      public Lane open(Subject subject, Row row) {
        return new LocalLane(subject, row, workload, options);
      }

      @Override
      public void collect() {
        System.gc();
      }

      @Override
      public void close() {}
    };
  }
}
