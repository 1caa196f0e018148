package org.cairncache.promises;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.cache.CacheException;

/**
 * Callers who come at a steady rate, however long the answers take: a call that begins late counts
 * from when it was due. Calls may fail with a {@link CacheException}; whatever else is thrown is
 * thrown again when this is closed. Thread-safe.
 */
final class OpenLoop implements AutoCloseable {
  // More than are due within the second that a call may hang.
  private static final int THREADS = 256;

  private final LongConsumer work;
  private final long periodNanos;
  private final long start = System.nanoTime();
  private final AtomicLong next = new AtomicLong();
  private final Queue<Timed> calls = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Throwable> broken = new AtomicReference<>();
  private final Thread[] threads = new Thread[THREADS];
  private volatile boolean over;

  /** When a call was due and when it ended, by {@link System#nanoTime}. */
  record Timed(long dueNanos, long endNanos) {
    long nanos() {
      return endNanos - dueNanos;
    }
  }

  private OpenLoop(int perSecond, LongConsumer work) {
    this.periodNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.work = work;
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(this::run, "open-loop-" + i);
      threads[i].setDaemon(true);
    }
  }

  /** Begins; each call is given its number, from 0. */
  static OpenLoop start(int perSecond, LongConsumer work) {
    OpenLoop loop = new OpenLoop(perSecond, work);
    for (Thread thread : loop.threads) {
      thread.start();
    }
    return loop;
  }

  private void run() {
    while (!over) {
      long number = next.getAndIncrement();
      long due = start + number * periodNanos;
      while (!over && due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      if (!over) {
        call(number, due);
      }
    }
  }

  private void call(long number, long due) {
    try {
      work.accept(number);
    } catch (CacheException failure) {
      // as the service may
    } catch (Throwable failure) {
      broken.compareAndSet(null, failure);
    }
    calls.add(new Timed(due, System.nanoTime()));
  }

  /** The calls that have ended and were due in this time. */
  Stream<Timed> due(long fromNanos, long untilNanos) {
    return calls.stream()
        .filter(call -> call.dueNanos - fromNanos >= 0 && call.dueNanos - untilNanos < 0);
  }

  /** Returns when no call runs any more. */
  @Override
  public void close() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
      thread.join(TimeUnit.SECONDS.toMillis(60));
      if (thread.isAlive()) {
        throw new AssertionError("A call hangs", broken.get());
      }
    }
    if (broken.get() != null) {
      throw new AssertionError("A call went wrong", broken.get());
    }
  }
}
