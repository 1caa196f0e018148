package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * One lock for each key that is being changed, never one that two keys share: a processor may run
 * any code, another key's change included. A second lock of the same key by the same thread is
 * refused at once, and a wait for another thread ends after a limit, which turns a cycle into an
 * exception. Thread-safe.
 */
final class KeyLocks<K> {
  /** How long to wait for another thread's change of a key, in milliseconds. */
  static final long DEFAULT_WAIT_MILLIS = 30_000;

  private final Board<K, Lock<K>> locks = new Board<>();
  private final ReentrantLock ties = new ReentrantLock();
  private final String cacheName;
  private final long waitMillis;

  KeyLocks(String cacheName, long waitMillis) {
    this.cacheName = cacheName;
    this.waitMillis = waitMillis;
  }

  /** The lock of a key while somebody holds it. */
  abstract static sealed class Lock<K> extends Board.Item<K> {
    private Lock(K key) {
      super(key);
    }

    abstract boolean isMine();
  }

  // Nobody waits: to take the key's pin off is to release it, one compare-and-set each.
  private static final class Hold<K> extends Lock<K> {
    private final Thread owner = Thread.currentThread();

    Hold(K key) {
      super(key);
    }

    @Override
    boolean isMine() {
      return owner == Thread.currentThread();
    }
  }

  // Pinned in place of the hold by whoever comes to wait for it.
  private static final class Queue<K> extends Lock<K> {
    private final Waiters waiters;

    // Written by the holder before the last unlock: whoever gets it after that starts over.
    private boolean retired;

    Queue(K key, Thread holder) {
      super(key);
      this.waiters = new Waiters(holder);
    }

    @Override
    boolean isMine() {
      return waiters.isHeldByCurrentThread();
    }
  }

  @SuppressWarnings("serial")
  private static final class Waiters extends AbstractQueuedSynchronizer {
    private static final int HELD = 0;
    private static final int FREE = 1;

    Waiters(Thread holder) {
      setExclusiveOwnerThread(holder);
    }

    boolean isHeldByCurrentThread() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }

    boolean tryLock(long millis) throws InterruptedException {
      return tryAcquireNanos(HELD, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    void unlock() {
      release(FREE);
    }

    @Override
    protected boolean tryAcquire(int held) {
      boolean won = compareAndSetState(FREE, held);
      if (won) {
        setExclusiveOwnerThread(Thread.currentThread());
      }
      return won;
    }

    @Override
    protected boolean tryRelease(int free) {
      setExclusiveOwnerThread(null);
      setState(free);
      return true;
    }
  }

  /**
   * Locks the key.
   *
   * @throws CacheException if this thread holds it already, or waited too long, or is interrupted
   */
  Lock<K> lock(K key) {
    Hold<K> mine = new Hold<>(key);
    while (true) {
      Lock<K> theirs = locks.putIfAbsent(mine);
      if (theirs == null) {
        return mine;
      }
      if (theirs.isMine()) {
        throw new CacheException(
            prefix()
                + "a processor, loader, writer or listener changes the very key that its own"
                + " operation is changing; return the value or use MutableEntry instead");
      }
      Queue<K> queue = queue(theirs);
      if (queue != null) {
        await(queue.waiters::tryLock);
        if (!queue.retired) {
          return queue;
        }
        queue.waiters.unlock();
      }
    }
  }

  // Null if the lock was released meanwhile, or somebody else made the queue.
  private @Nullable Queue<K> queue(Lock<K> held) {
    if (held instanceof Hold<K> hold) {
      Queue<K> queue = new Queue<>(hold.key, hold.owner);
      return locks.replace(hold, queue) ? queue : null;
    }
    return (Queue<K>) held;
  }

  /** Locks the key if nobody holds it, this thread included; null otherwise. */
  @Nullable Lock<K> tryLock(K key) {
    Hold<K> mine = new Hold<>(key);
    return locks.putIfAbsent(mine) == null ? mine : null;
  }

  void unlock(Lock<K> lock) {
    if (lock instanceof Hold && locks.remove(lock)) {
      return;
    }
    Queue<K> queue =
        lock instanceof Queue<K> own ? own : (Queue<K>) Objects.requireNonNull(locks.get(lock.key));
    if (!queue.waiters.hasQueuedThreads()) {
      queue.retired = true;
      locks.remove(queue);
    }
    queue.waiters.unlock();
  }

  /** Whether somebody holds the key's lock; nearly free. */
  boolean isLocked(K key) {
    return locks.get(key) != null;
  }

  boolean isHeldByCurrentThread(K key) {
    Lock<K> lock = locks.get(key);
    return lock != null && lock.isMine();
  }

  /** Locks many keys in one global order, so that two batches never wait for each other. */
  Batch lockAll(Collection<? extends K> keys) {
    List<K> ordered = new ArrayList<>(keys);
    ordered.sort(Comparator.comparingInt(Object::hashCode));
    Batch batch = new Batch(hasTie(ordered));
    try {
      for (K key : ordered) {
        batch.add(key);
      }
      return batch;
    } catch (RuntimeException | Error failure) {
      batch.close();
      throw failure;
    }
  }

  /** The locks of a batch, released by closing it. */
  final class Batch implements AutoCloseable {
    private final List<Lock<K>> held = new ArrayList<>();
    private final @Nullable ReentrantLock tie;

    // Keys of equal hash have no order of their own: batches that have some take turns.
    private Batch(boolean hasTie) {
      if (hasTie) {
        await(millis -> ties.tryLock(millis, TimeUnit.MILLISECONDS));
      }
      this.tie = hasTie ? ties : null;
    }

    private void add(K key) {
      held.add(lock(key));
    }

    @Override
    public void close() {
      held.forEach(KeyLocks.this::unlock);
      if (tie != null) {
        tie.unlock();
      }
    }
  }

  private static boolean hasTie(List<?> ordered) {
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i - 1).hashCode() == ordered.get(i).hashCode()) {
        return true;
      }
    }
    return false;
  }

  private interface Attempt {
    boolean within(long millis) throws InterruptedException;
  }

  private void await(Attempt attempt) {
    try {
      if (!attempt.within(waitMillis)) {
        throw new CacheException(
            prefix()
                + "waited "
                + waitMillis
                + " ms for another thread's change of the same key: a loader, writer or processor"
                + " is slow, or two of them wait for each other");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CacheException(prefix() + "interrupted while waiting for a key", interrupted);
    }
  }

  private String prefix() {
    return "Cache \"" + cacheName + "\": ";
  }
}
