package org.cairncache.benchmarks.paired;

/** A lane in this JVM. */
final class LocalLane implements Lane {
  private final OpenCache open;
  private final Loop loop;
  private final Object[] keys;
  private final Object[] values;
  private final int calls;
  private final CpuClock clock;

  /**
   * Opens the subject's cache and fills it.
   *
   * @throws UnsupportedOperationException where the subject has no cache of the row's shape
   */
  LocalLane(Subject subject, Row row, Workload workload, Options options) {
    Class<? extends Loop> original = subject.loopFor(row.operation());
    values = workload.values();
    Object[] stored = workload.stored();
    open =
        subject
            .open(row.shape(), stored.length)
            .fill(stored, workload.valuesOf(row.shape().contents()));
    System.gc(); // so that entries lie in the order they were put in, for all subjects alike
    loop = LoopCopies.copyOf(original);
    keys = workload.keysFor(row.operation());
    calls = row.calls(options.operations());
    clock = options.cpu();
  }

  @Override
  public Sample turn(int number) {
    int from = Math.floorMod(number, keys.length / calls) * calls;
    long bytes = CpuClock.allocatedBytes();
    long nanos = clock.nanos();
    long answer = loop.run(open.cache(), keys, values, from, from + calls);
    nanos = clock.nanos() - nanos;
    bytes = CpuClock.allocatedBytes() - bytes;
    return new Sample((double) nanos / calls, (double) bytes / calls, answer);
  }

  @Override
  public void close() {
    open.close();
  }
}
