package org.cairncache.chain;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Store.Subscription;

/**
 * What the far level tells of changes that others made: the near level drops it, and then the
 * levels above hear of it. A level that may block does so on a thread for that, and nobody above it
 * hears of a change before it. Thread-safe.
 */
final class Notices<K, V> implements InvalidationListener<K> {
  private final Level<K, V> near;
  private final Executor executor;
  private final List<InvalidationListener<? super K>> above = new CopyOnWriteArrayList<>();

  Notices(Level<K, V> near, Executor executor) {
    this.near = near;
    this.executor = executor;
  }

  Subscription tell(InvalidationListener<? super K> listener) {
    above.add(listener);
    return () -> above.remove(listener);
  }

  @Override
  public void invalidated(K key) {
    run(
        () -> {
          near.changedElsewhere(key);
          above.forEach(listener -> listener.invalidated(key));
        });
  }

  @Override
  public void allInvalidated() {
    run(
        () -> {
          near.cleared();
          above.forEach(InvalidationListener::allInvalidated);
        });
  }

  private void run(Runnable dropping) {
    if (!near.blocks()) {
      dropping.run();
      return;
    }
    try {
      executor.execute(dropping);
    } catch (RejectedExecutionException closing) {
      // the level goes with its manager, or stays behind with its ttl
    }
  }
}
