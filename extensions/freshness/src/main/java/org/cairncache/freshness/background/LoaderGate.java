package org.cairncache.freshness.background;

import java.util.concurrent.Executor;
import org.cairncache.freshness.Cached0;
import org.cairncache.freshness.work.LoaderThread;

/**
 * Where the loads of a task pass that run on its executor, so that they can be interrupted in the
 * loader and nowhere else: an interrupt would close files that a store has open. Thread-safe.
 */
final class LoaderGate {
  private final LoaderThread thread = new LoaderThread();
  private final ThreadLocal<Boolean> elsewhere = ThreadLocal.withInitial(() -> false);

  Executor executor(Executor inner) {
    return work ->
        inner.execute(
            () -> {
              elsewhere.set(true);
              try {
                work.run();
              } finally {
                elsewhere.remove();
              }
            });
  }

  <V> Cached0.AsyncLoader<V> loader(Cached0.AsyncLoader<V> inner) {
    return () -> {
      if (!elsewhere.get()) {
        return inner.load(); // on the thread of a caller
      }
      thread.enter(true);
      try {
        return inner.load();
      } finally {
        thread.leave();
      }
    };
  }

  void interrupt() {
    thread.interrupt();
  }
}
