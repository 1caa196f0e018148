package org.cairncache.testkit.proxy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The threads of one proxy, all daemons. Thread-safe. */
final class Threads {
  private final Set<Thread> threads = new HashSet<>();

  synchronized Thread start(String name, Runnable task) {
    // A thread cannot say of itself that it has ended, so the dead are found by the next.
    threads.removeIf(thread -> !thread.isAlive());
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
    return thread;
  }

  /** Waits until this one has ended, no longer than the limit; an interrupt ends the wait. */
  static void join(Thread thread, Duration limit) {
    try {
      thread.join(Math.max(1, limit.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until all have ended, no longer than the limit; an interrupt ends the wait. */
  void join(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (var next = living(); next.isPresent(); next = living()) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isNegative() || Thread.currentThread().isInterrupted()) {
        return;
      }
      join(next.get(), left);
    }
  }

  private synchronized Optional<Thread> living() {
    return threads.stream().filter(Thread::isAlive).findAny();
  }
}
