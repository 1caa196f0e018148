package org.cairncache.concurrency;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that begin together. Closing it interrupts those that still run. */
final class Crew implements AutoCloseable {
  /** How long a task may take, in seconds. */
  private static final long LIMIT_SECONDS = 45;

  private final ExecutorService executor;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  Crew(int size) {
    AtomicInteger number = new AtomicInteger();
    this.executor =
        Executors.newFixedThreadPool(
            size,
            task -> {
              Thread thread = new Thread(task, "crew-" + number.incrementAndGet());
              thread.setDaemon(true);
              threads.add(thread);
              return thread;
            });
  }

  /** One member's part. */
  interface Task {
    void run(int member) throws Exception;
  }

  /** Runs one task on as many threads as asked for, from the same moment on, until all end. */
  @SuppressWarnings("ThreadPriorityCheck") // for variety, not for correctness
  void together(int members, Task task) throws Exception {
    AtomicInteger missing = new AtomicInteger(members);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      int member = i;
      running.add(
          start(
              () -> {
                missing.decrementAndGet();
                while (missing.get() > 0) {
                  Thread.yield(); // woken from a latch they would come one by one
                }
                task.run(member);
                return null;
              }));
    }
    for (Future<?> each : running) {
      join(each);
    }
  }

  /** Runs a task on one thread. */
  <T> Future<T> start(Callable<T> task) {
    return executor.submit(task);
  }

  /**
   * Waits for a task and throws what it threw; a task that does not end is an {@link
   * AssertionError} that shows where all are.
   */
  <T> T join(Future<T> task) throws Exception {
    try {
      return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Exception exception) {
        throw exception;
      }
      throw failure;
    } catch (TimeoutException late) {
      StringBuilder where = new StringBuilder("Still running after " + LIMIT_SECONDS + " s:");
      for (Thread thread : threads) {
        where.append("\n").append(thread.getName()).append(" ").append(thread.getState());
        Arrays.stream(thread.getStackTrace()).forEach(f -> where.append("\n  ").append(f));
      }
      throw new AssertionError(where.toString(), late);
    }
  }

  /** Waits until so many members wait for something, and so can get no further on their own. */
  void awaitWaiting(int members) {
    await().until(() -> threads.stream().filter(Crew::isWaiting).count() >= members);
  }

  private static boolean isWaiting(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
