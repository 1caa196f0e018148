package org.cairncache.testkit.redis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What has to be ended when the JVM ends, the latest first. Thread-safe. */
final class Running {
  private static final Deque<Runnable> ENDINGS = new ArrayDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Running::endAll, "cairn-redis-end"));
  }

  private Running() {}

  static synchronized void untilTheEnd(Runnable ending) {
    ENDINGS.push(ending);
  }

  static synchronized void noMore(Runnable ending) {
    ENDINGS.remove(ending);
  }

  private static synchronized List<Runnable> endings() {
    return List.copyOf(ENDINGS);
  }

  private static void endAll() {
    for (Runnable ending : endings()) {
      try {
        ending.run();
      } catch (RuntimeException e) {
        // One that cannot be ended must not keep the others alive.
        System.getLogger(Running.class.getName())
            .log(System.Logger.Level.WARNING, "A test server was left over", e);
      }
    }
  }
}
