package org.cairncache.jcache;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cairncache.spi.CoarseClock;
import org.cairncache.spi.GrowingPool;
import org.jspecify.annotations.Nullable;

/**
 * What the caches of one manager share: clock, threads, and what stores make for all of them. No
 * thread starts before there is work for it. Thread-safe.
 */
final class ManagerResources implements AutoCloseable {
  private static final int THREADS = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long POLL_MILLIS = 5;
  private static final long SHARED_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final InstantSource clock;
  private final CoarseClock coarse;
  private final ClassLoader loader;
  private final ScheduledThreadPoolExecutor scheduler;
  private final ThreadPoolExecutor executor;
  private final Object making = new Object();
  private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();
  private final Deque<AutoCloseable> inOrder = new ArrayDeque<>();
  private boolean closed;

  /**
   * For one manager.
   *
   * @param loader the context class loader of the threads, whichever thread has them started
   */
  ManagerResources(InstantSource clock, ClassLoader loader) {
    this.clock = clock;
    this.loader = loader;
    this.scheduler = new ScheduledThreadPoolExecutor(1, threads("cairn-scheduler-"));
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
    this.coarse = CoarseClock.of(clock, scheduler);
    keep(CoarseClock.class, coarse);
    this.executor = new GrowingPool(THREADS, threads("cairn-worker-"));
  }

  InstantSource clock() {
    return clock;
  }

  CoarseClock coarseClock() {
    return coarse;
  }

  ScheduledExecutorService scheduler() {
    return scheduler;
  }

  ExecutorService executor() {
    return executor;
  }

  /** Makes one at a time; close does not wait for one that is being made. */
  <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    synchronized (making) {
      AutoCloseable present = find(type);
      if (present != null) {
        return type.cast(present);
      }
      R made = make.get();
      if (!keep(type, made)) {
        Closing.closeQuietly(made);
        throw closed();
      }
      return made;
    }
  }

  @Override
  public void close() {
    long start = System.nanoTime();
    endWork(List.of(this), start);
    closeShared(List.of(this), start);
  }

  /**
   * Ends the threads of all: lets running and waiting work end until 2 s after the start, then
   * interrupts it.
   */
  static void endWork(List<ManagerResources> all, long startNanos) {
    for (ManagerResources resources : all) {
      resources.scheduler.shutdownNow();
      resources.executor.shutdown();
    }
    all.forEach(resources -> resources.awaitWork(startNanos + WORK_NANOS));
  }

  /** Closes what was made for the caches of all, the latest first, until 4 s after the start. */
  static void closeShared(List<ManagerResources> all, long startNanos) {
    List<AutoCloseable> latestFirst = new ArrayList<>();
    all.forEach(resources -> latestFirst.addAll(resources.takeShared()));
    Closing.closeAll(latestFirst, startNanos + SHARED_NANOS);
  }

  private void awaitWork(long deadlineNanos) {
    try {
      boolean ended =
          isOwn(Thread.currentThread())
              ? othersEndBy(deadlineNanos)
              : executor.awaitTermination(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (!ended) {
        interruptWork();
      }
    } catch (InterruptedException interrupted) {
      interruptWork();
      Thread.currentThread().interrupt();
    }
  }

  private boolean othersEndBy(long deadlineNanos) throws InterruptedException {
    while (executor.getActiveCount() > 1 || !executor.getQueue().isEmpty()) {
      if (System.nanoTime() - deadlineNanos >= 0) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }

  // A thread that closes its own manager must be able to go on with what it was doing.
  private void interruptWork() {
    boolean before = Thread.currentThread().isInterrupted();
    executor.shutdownNow();
    if (isOwn(Thread.currentThread()) && !before) {
      boolean unused = Thread.interrupted();
    }
  }

  private boolean isOwn(Thread thread) {
    return thread instanceof Worker worker && worker.owner == this;
  }

  private synchronized @Nullable AutoCloseable find(Class<?> type) {
    if (closed) {
      throw closed();
    }
    return shared.get(type);
  }

  private synchronized boolean keep(Class<?> type, AutoCloseable made) {
    if (closed) {
      return false;
    }
    shared.put(type, made);
    inOrder.push(made);
    return true;
  }

  private synchronized List<AutoCloseable> takeShared() {
    closed = true;
    List<AutoCloseable> taken = List.copyOf(inOrder);
    inOrder.clear();
    shared.clear();
    return taken;
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("The cache manager is closed");
  }

  private ThreadFactory threads(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> new Worker(task, prefix + number.incrementAndGet(), this);
  }

  /** Keeps nothing of the thread that happens to start it. */
  private static final class Worker extends Thread {
    private final ManagerResources owner;

    Worker(Runnable task, String name, ManagerResources owner) {
      super(null, task, name, 0, false);
      this.owner = owner;
      setDaemon(true);
      setContextClassLoader(owner.loader);
    }
  }
}
