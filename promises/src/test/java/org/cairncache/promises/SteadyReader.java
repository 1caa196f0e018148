package org.cairncache.promises;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Reads all the time, and notes how long that takes and how often there is nothing. */
final class SteadyReader implements AutoCloseable {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final BooleanSupplier read;
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicInteger misses = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "steady-reader");
  private volatile boolean closed;

  private SteadyReader(BooleanSupplier read) {
    this.read = read;
  }

  /** Begins. */
  static SteadyReader start(BooleanSupplier read) {
    SteadyReader reader = new SteadyReader(read);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
  }

  private void run() {
    while (!closed) {
      long begun = System.nanoTime();
      if (!read.getAsBoolean()) {
        misses.incrementAndGet();
      }
      nanos.add(System.nanoTime() - begun);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  int misses() {
    return misses.get();
  }

  Figures figures() {
    return Figures.of(nanos.stream().mapToLong(Long::longValue));
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
