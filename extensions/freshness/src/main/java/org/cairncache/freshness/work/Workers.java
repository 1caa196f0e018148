package org.cairncache.freshness.work;

import java.lang.reflect.InvocationTargetException;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.cairncache.spi.GrowingPool;

/**
 * The threads of functions and background tasks that are given no others: for loads that nobody's
 * own thread carries out, virtual threads where the JVM has them (21 and newer), else at most
 * {@value #MOST} daemons; for background tasks {@value #MOST_LOADS} for their sources and {@value
 * #MOST_REQUESTS} for their requests to stores, so that a source that hangs keeps no lease from
 * being renewed; and one daemon that tells the time. They are shared by this process, start when
 * there is work and none of them is free, and end {@value #IDLE_SECONDS} s after their last.
 */
public final class Workers {
  private static final int MOST = 64;
  private static final int MOST_LOADS = 16;
  private static final int MOST_REQUESTS = 8;
  private static final int IDLE_SECONDS = 10;

  /** Carries out loads; refuses what finds no thread. */
  public static final Executor EXECUTOR = executor();

  /** Calls the sources of background tasks; what finds no thread waits for one. */
  public static final Executor BACKGROUND_LOADS =
      new GrowingPool(MOST_LOADS, daemons("cairn-background"));

  /** Carries out their requests to stores; what finds no thread waits for one. */
  public static final Executor BACKGROUND_REQUESTS =
      new GrowingPool(MOST_REQUESTS, daemons("cairn-background-store"));

  /** Tells when it is time, and does nothing that takes any. */
  public static final ScheduledExecutorService SCHEDULER = scheduler();

  private Workers() {}

  private static Executor executor() {
    try {
      return (Executor)
          Executors.class
              .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
              .invoke(null, virtualThreads());
    } catch (NoSuchMethodException | ClassNotFoundException olderJvm) {
      return pool();
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // Thread.ofVirtual().inheritInheritableThreadLocals(false).factory(), which Java 17 does not
  // have.
  private static Object virtualThreads()
      throws ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InvocationTargetException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    builder =
        type.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(builder, false);
    return type.getMethod("factory").invoke(builder);
  }

  // No queue: what finds no thread is refused, and an old value is served.
  private static Executor pool() {
    return new ThreadPoolExecutor(
        0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("cairn-load"));
  }

  private static ScheduledExecutorService scheduler() {
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(1, daemons("cairn-load-timer"));
    one.setRemoveOnCancelPolicy(true);
    one.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  private static ThreadFactory daemons(String name) {
    return task -> daemon(task, name);
  }

  // Without what the thread that happens to start it would leave to it: the class loaders of an
  // application that is gone. Older JVMs take them from the stack, but for what is privileged.
  @SuppressWarnings("removal")
  private static Thread daemon(Runnable task, String name) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> {
              Thread thread = new Thread(null, task, name, 0, false);
              thread.setDaemon(true);
              thread.setContextClassLoader(Workers.class.getClassLoader());
              return thread;
            });
  }
}
