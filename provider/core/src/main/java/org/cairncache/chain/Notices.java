package org.cairncache.chain;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Store.Subscription;

/**
 * What the far level tells of changes that others made: the near level drops it, and then the
 * levels above hear of it. A level that may block does so on a thread for that, and nobody above it
 * hears of a change before it. Thread-safe.
 */
final class Notices<K, V> implements InvalidationListener<K> {
  private static final int MOST_WAITING = 10_000;

  private final Level<K, V> near;
  private final Executor executor;
  private final List<InvalidationListener<? super K>> above = new CopyOnWriteArrayList<>();
  private final Set<K> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean allWaits = new AtomicBoolean();

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
    if (!near.blocks()) {
      drop(key);
    } else if (waiting.size() >= MOST_WAITING) {
      allInvalidated(); // one thing to do instead of ever more
    } else if (waiting.add(key)) {
      execute(
          () -> {
            waiting.remove(key); // what is told from now on is another change
            drop(key);
          });
    }
  }

  private void drop(K key) {
    near.changedElsewhere(key);
    above.forEach(listener -> listener.invalidated(key));
  }

  @Override
  public void allInvalidated() {
    if (!near.blocks()) {
      dropAll();
    } else if (allWaits.compareAndSet(false, true)) {
      execute(
          () -> {
            allWaits.set(false);
            dropAll();
          });
    }
  }

  private void dropAll() {
    near.cleared();
    above.forEach(InvalidationListener::allInvalidated);
  }

  private void execute(Runnable dropping) {
    try {
      executor.execute(dropping);
    } catch (RejectedExecutionException closing) {
      // the level goes with its manager, or stays behind with its ttl
    }
  }
}
