package org.cairncache.jcache;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that wait for one listener, in a queue for each key: one thread at a time drains a
 * queue, so the listener sees the events of a key in the order of their writes, while those of
 * other keys pass. Thread-safe.
 */
final class KeyQueues<K> {
  // How deep this thread is in listeners; it must not wait for others while it is in one.
  private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

  private final ConcurrentHashMap<K, Queue> queues = new ConcurrentHashMap<>();

  private static final class Queue {
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private boolean draining;
  }

  /** Whether this thread is inside a listener. */
  static boolean inListener() {
    return DEPTH.get()[0] > 0;
  }

  /** Appends; called under the lock of the key, which makes the order that of the writes. */
  void add(K key, Delivery delivery) {
    queues.compute(
        key,
        (k, queue) -> {
          Queue present = queue == null ? new Queue() : queue;
          present.waiting.add(delivery);
          return present;
        });
  }

  /** Runs what waits for the key unless another thread, or this one further up, is doing so. */
  void drain(K key) {
    Delivery next = next(key, true);
    if (next == null) {
      return;
    }
    int[] depth = DEPTH.get();
    depth[0]++;
    try {
      for (; next != null; next = next(key, false)) {
        next.run();
      }
    } finally {
      if (--depth[0] == 0) {
        DEPTH.remove();
      }
    }
  }

  private @Nullable Delivery next(K key, boolean begin) {
    Delivery[] next = new Delivery[1];
    queues.computeIfPresent(
        key,
        (k, queue) -> {
          if (begin && queue.draining) {
            return queue;
          }
          queue.draining = true;
          next[0] = queue.waiting.poll();
          return next[0] == null ? null : queue;
        });
    return next[0];
  }
}
