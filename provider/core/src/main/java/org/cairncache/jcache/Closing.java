package org.cairncache.jcache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Closes what belongs to the application or to a store within a time limit, whatever hangs: one
 * after the other on a thread that this call starts, and when the time is up the rest at once, each
 * on a thread of its own. What still runs in the end is interrupted and, as a daemon, left to
 * itself. A failure is logged and stops nothing. Thread-safe.
 */
final class Closing {
  private static final Logger LOG = System.getLogger(Closing.class.getName());
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private Closing() {}

  /**
   * Returns when all are closed, and 200 ms after the deadline at the latest; an interrupt of the
   * caller shortens nothing and is kept.
   *
   * @param deadlineNanos in {@link System#nanoTime()}
   */
  static void closeAll(List<? extends AutoCloseable> closeables, long deadlineNanos) {
    if (closeables.isEmpty()) {
      return;
    }
    Queue<AutoCloseable> waiting = new ConcurrentLinkedQueue<>(closeables);
    Thread inOrder = start(() -> closeInOrder(waiting));
    if (endsBy(inOrder, deadlineNanos)) {
      return;
    }
    List<AutoCloseable> rest = new ArrayList<>();
    for (AutoCloseable next = waiting.poll(); next != null; next = waiting.poll()) {
      rest.add(next);
    }
    LOG.log(Level.WARNING, "Closing takes too long: what hangs is interrupted", whereIs(inOrder));
    inOrder.interrupt();
    closeAtOnce(rest, deadlineNanos + GRACE_NANOS);
  }

  /** Closes on this thread. */
  static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Throwable failure) {
      LOG.log(Level.WARNING, "Closing a " + closeable.getClass().getName() + " failed", failure);
    }
  }

  private static void closeInOrder(Queue<AutoCloseable> waiting) {
    for (AutoCloseable next = waiting.poll(); next != null; next = waiting.poll()) {
      closeQuietly(next);
    }
  }

  private static void closeAtOnce(List<AutoCloseable> rest, long deadlineNanos) {
    Queue<Thread> running = new ArrayDeque<>();
    rest.forEach(closeable -> running.add(start(() -> closeQuietly(closeable))));
    for (Thread thread : running) {
      if (!endsBy(thread, deadlineNanos)) {
        thread.interrupt();
      }
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "cairn-closer");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static boolean endsBy(Thread thread, long deadlineNanos) {
    boolean interrupted = false;
    while (true) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(thread, deadlineNanos - System.nanoTime());
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private static Throwable whereIs(Thread thread) {
    Throwable where = new Throwable(thread.getName() + " is here");
    where.setStackTrace(thread.getStackTrace());
    return where;
  }
}
