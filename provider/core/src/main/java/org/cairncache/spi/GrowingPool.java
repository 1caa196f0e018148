package org.cairncache.spi;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A pool of as many threads as were needed at once, up to a bound; a plain one starts, and keeps,
 * all of them for work that comes now and then. What finds none of them free waits for one. A
 * thread without work for {@value #IDLE_SECONDS} s ends. Thread-safe.
 */
public final class GrowingPool extends ThreadPoolExecutor {
  private static final int IDLE_SECONDS = 10;

  private final AtomicInteger unfinished = new AtomicInteger();

  /**
   * A pool without a thread yet.
   *
   * @param most how many threads at the most, at least 1
   */
  public GrowingPool(int most, ThreadFactory threads) {
    super(1, most, IDLE_SECONDS, TimeUnit.SECONDS, new Waiting(), threads, GrowingPool::keep);
    ((Waiting) getQueue()).pool = this;
    allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    unfinished.incrementAndGet();
    try {
      super.execute(task);
    } catch (RejectedExecutionException | NullPointerException refused) {
      unfinished.decrementAndGet();
      throw refused;
    }
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable failure) {
    unfinished.decrementAndGet();
  }

  private boolean hasFreeThread() {
    return unfinished.get() <= getPoolSize();
  }

  // It has all the threads that it may have.
  private static void keep(Runnable task, ThreadPoolExecutor pool) {
    Waiting waiting = (Waiting) pool.getQueue();
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("The pool is closed");
    }
    waiting.add(task);
    if (pool.isShutdown() && waiting.remove(task)) { // who closed it may not have seen it
      throw new RejectedExecutionException("The pool is closed");
    }
    pool.prestartCoreThread(); // all may have ended meanwhile
  }

  /** What waits; it refuses what a new thread is to be started for. */
  @SuppressWarnings("serial") // nobody writes it down
  private static final class Waiting extends LinkedBlockingQueue<Runnable> {
    private @Nullable GrowingPool pool;

    @Override
    public boolean offer(Runnable task) {
      GrowingPool pool = this.pool;
      return pool != null && pool.hasFreeThread() && super.offer(task);
    }

    @Override
    public boolean add(Runnable task) {
      return super.offer(task);
    }
  }
}
