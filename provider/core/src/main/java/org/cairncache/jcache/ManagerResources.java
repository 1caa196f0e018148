package org.cairncache.jcache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What the caches of one manager share: clock, threads, and what stores make for all of them. No
 * thread starts before there is work for it. Thread-safe.
 */
final class ManagerResources implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ManagerResources.class.getName());
  private static final int THREADS = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
  private static final long CLOSE_MILLIS = 2_000;

  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor scheduler;
  private final ThreadPoolExecutor executor;
  private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();
  private boolean closed;
  private final Deque<AutoCloseable> inOrder = new ArrayDeque<>();

  ManagerResources(InstantSource clock) {
    this.clock = clock;
    this.scheduler = new ScheduledThreadPoolExecutor(1, threads("cairn-scheduler-"));
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
    this.executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threads("cairn-worker-"));
    executor.allowCoreThreadTimeOut(true);
  }

  InstantSource clock() {
    return clock;
  }

  ScheduledExecutorService scheduler() {
    return scheduler;
  }

  ExecutorService executor() {
    return executor;
  }

  synchronized <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    if (closed) {
      throw new IllegalStateException("The cache manager is closed");
    }
    AutoCloseable present = shared.get(type);
    if (present == null) {
      present = make.get();
      shared.put(type, present);
      inOrder.push(present);
    }
    return type.cast(present);
  }

  /** Lets running work end for {@value #CLOSE_MILLIS} ms, then interrupts it. */
  @Override
  public synchronized void close() {
    closed = true;
    scheduler.shutdownNow();
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
    while (!inOrder.isEmpty()) {
      closeQuietly(inOrder.pop());
    }
    shared.clear();
  }

  /**
   * Closes what belongs to the application or to a store: its failure is logged and stops nothing.
   */
  static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      LOG.log(Level.WARNING, "Closing a " + closeable.getClass().getName() + " failed", failure);
    }
  }

  private static ThreadFactory threads(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
