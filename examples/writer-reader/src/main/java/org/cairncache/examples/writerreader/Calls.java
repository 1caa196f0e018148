package org.cairncache.examples.writerreader;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that calls {@code get} every millisecond, as a request would that must not wait. It asks
 * the JVM how often it waited for anything but the next millisecond. Thread-safe.
 */
final class Calls extends Thread {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Supplier<? extends @Nullable Object> value;
  private volatile boolean ended;
  private long calls; // these are read when the thread has ended
  private long empty;
  private long pauses;
  private long waits;
  private long longestNanos;

  Calls(Supplier<? extends @Nullable Object> value) {
    super("calls");
    this.value = value;
  }

  @Override
  public void run() {
    long before = waits();
    while (!ended) {
      call();
      pauses++;
      try {
        Thread.sleep(1);
      } catch (InterruptedException interrupted) {
        ended = true;
      }
    }
    waits = waits() - before - pauses;
  }

  private void call() {
    long start = System.nanoTime();
    Object found = value.get();
    longestNanos = Math.max(longestNanos, System.nanoTime() - start);
    calls++;
    if (found == null) {
      empty++;
    }
  }

  /** How often this thread waited: for a lock, another thread, or time to pass. */
  private static long waits() {
    var thread = THREADS.getThreadInfo(Thread.currentThread().getId());
    return thread.getWaitedCount() + thread.getBlockedCount();
  }

  /** Ends the thread, and says how its calls went. */
  Called end(long oldestMillis) throws InterruptedException {
    ended = true;
    join();
    return new Called(
        calls, empty, waits, TimeUnit.NANOSECONDS.toMicros(longestNanos), oldestMillis);
  }
}
