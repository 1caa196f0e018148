package org.cairncache.spi.object;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import org.cairncache.spi.GrowingPool;

/**
 * Does the same with many things, some at a time. The caller works too, so that it goes on where no
 * other thread has time. Thread-safe.
 */
final class Fan implements AutoCloseable {
  private final int width;
  private final ThreadPoolExecutor threads;

  /**
   * With threads of its own, which end when they have nothing to do.
   *
   * @param width how many things at a time
   * @param name what the threads are called
   */
  Fan(int width, String name) {
    this.width = width;
    this.threads = new GrowingPool(width, work -> thread(work, name));
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    // Whichever application asks first, none is held by it.
    thread.setContextClassLoader(Fan.class.getClassLoader());
    return thread;
  }

  /**
   * Does it with every one of them and returns when all is done.
   *
   * @throws RuntimeException the first failure, after all others were tried
   */
  <T> void forEach(Collection<? extends T> things, Consumer<? super T> action) {
    Work<T> work = new Work<>(things, action);
    try {
      for (int helpers = Math.min(width, things.size()) - 1; helpers > 0; helpers--) {
        threads.execute(work);
      }
    } catch (RejectedExecutionException closed) {
      // then the caller does all of it
    }
    work.run();
    work.await();
  }

  /** Does not wait for what is being done. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** What is left to do. */
  private static final class Work<T> implements Runnable {
    private final Queue<T> left;
    private final CountDownLatch undone;
    private final Consumer<? super T> action;
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    Work(Collection<? extends T> things, Consumer<? super T> action) {
      this.left = new ConcurrentLinkedQueue<>(things);
      this.undone = new CountDownLatch(things.size());
      this.action = action;
    }

    @Override
    public void run() {
      for (T next; (next = left.poll()) != null; ) {
        try {
          action.accept(next);
        } catch (RuntimeException failure) {
          failures.add(failure);
        } finally {
          undone.countDown();
        }
      }
    }

    // Each of them ends by the timeout of its requests, so an interrupt can wait as long.
    void await() {
      boolean interrupted = false;
      while (undone.getCount() > 0) {
        try {
          undone.await();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      RuntimeException first = failures.poll();
      if (first != null) {
        failures.forEach(first::addSuppressed);
        throw first;
      }
    }
  }
}
