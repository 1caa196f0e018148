package org.cairncache.freshness.work;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of functions that are given no others: for loads that nobody's own thread carries
 * out, virtual threads where the JVM has them (21 and newer), else at most {@value #MOST} daemons;
 * and one daemon for time limits. They are shared by this process, start with the first work and
 * end {@value #IDLE_SECONDS} s after the last.
 */
public final class Workers {
  private static final int MOST = 64;
  private static final int IDLE_SECONDS = 10;

  /** Carries out loads; refuses what finds no thread. */
  public static final Executor EXECUTOR = executor();

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

  // Without what the thread that happens to start it has inherited.
  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(null, task, name, 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(Workers.class.getClassLoader());
      return thread;
    };
  }
}
