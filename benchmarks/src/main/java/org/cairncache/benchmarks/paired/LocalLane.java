package org.cairncache.benchmarks.paired;

/** A lane in this JVM. */
final class LocalLane implements Lane {
  private final OpenCache open;
  private final Loop loop;
  private final Object[] keys;
  private final Object[] values;
  private final int operations;
  private final CpuClock clock;

  /**
   * Opens the subject's cache and fills it.
   *
   * @throws UnsupportedOperationException where the subject has no cache of the row's shape
   */
  LocalLane(Subject subject, Row row, Workload workload, Options options) {
    open =
        subject
            .open(row.shape(), workload.stored().length)
            .fill(workload.stored(), workload.values());
    System.gc(); // lets entries lie as in a heap that lives, not between what filling left behind
    loop = LoopCopies.copyOf(subject.loopFor(row.operation()));
    keys = workload.keysFor(row.operation());
    values = workload.values();
    operations = options.operations();
    clock = options.cpu();
  }

  @Override
  public Sample turn(int number) {
    int from = Math.floorMod(number, keys.length / operations) * operations;
    long bytes = CpuClock.allocatedBytes();
    long nanos = clock.nanos();
    long answer = loop.run(open.cache(), keys, values, from, from + operations);
    nanos = clock.nanos() - nanos;
    bytes = CpuClock.allocatedBytes() - bytes;
    return new Sample((double) nanos / operations, (double) bytes / operations, answer);
  }

  @Override
  public void close() {
    open.close();
  }
}
