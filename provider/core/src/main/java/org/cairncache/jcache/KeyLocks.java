package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

  private final Board<K, Lock> locks = new Board<>();
  private final ReentrantLock ties = new ReentrantLock();
  private final String cacheName;
  private final long waitMillis;

  KeyLocks(String cacheName, long waitMillis) {
    this.cacheName = cacheName;
    this.waitMillis = waitMillis;
  }

  /**
   * The lock of a key while somebody holds it, which whoever makes it does: that costs nothing but
   * its 32 bytes, a reentrant lock more than twice that and a compare-and-set.
   */
  @SuppressWarnings("serial")
  static final class Lock extends AbstractQueuedSynchronizer {
    // Written by the holder before the last unlock: whoever gets it after that starts over.
    private boolean retired;

    private Lock() {
      setExclusiveOwnerThread(Thread.currentThread());
      setState(1);
    }

    private boolean isHeldByCurrentThread() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }

    private boolean tryLock(long millis) throws InterruptedException {
      return tryAcquireNanos(1, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void unlock() {
      release(1);
    }

    @Override
    protected boolean tryAcquire(int one) {
      boolean won = compareAndSetState(0, one);
      if (won) {
        setExclusiveOwnerThread(Thread.currentThread());
      }
      return won;
    }

    @Override
    protected boolean tryRelease(int one) {
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }
  }

  /**
   * Locks the key.
   *
   * @throws CacheException if this thread holds it already, or waited too long, or is interrupted
   */
  Lock lock(K key) {
    Lock mine = new Lock();
    while (true) {
      Lock theirs = locks.putIfAbsent(key, mine);
      if (theirs == null) {
        return mine;
      }
      if (theirs.isHeldByCurrentThread()) {
        throw new CacheException(
            prefix()
                + "a processor, loader, writer or listener changes the very key that its own"
                + " operation is changing; return the value or use MutableEntry instead");
      }
      await(theirs::tryLock);
      if (!theirs.retired) {
        return theirs;
      }
      theirs.unlock();
    }
  }

  /** Locks the key if nobody holds it, this thread included; null otherwise. */
  @Nullable Lock tryLock(K key) {
    Lock mine = new Lock();
    return locks.putIfAbsent(key, mine) == null ? mine : null;
  }

  void unlock(K key, Lock lock) {
    if (!lock.hasQueuedThreads()) {
      lock.retired = true;
      locks.remove(key, lock);
    }
    lock.unlock();
  }

  /** Whether somebody holds the key's lock; nearly free. */
  boolean isLocked(K key) {
    return locks.get(key) != null;
  }

  boolean isHeldByCurrentThread(K key) {
    Lock lock = locks.get(key);
    return lock != null && lock.isHeldByCurrentThread();
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
    private final List<K> keys = new ArrayList<>();
    private final List<Lock> held = new ArrayList<>();
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
      keys.add(key);
    }

    @Override
    public void close() {
      for (int i = 0; i < held.size(); i++) {
        unlock(keys.get(i), held.get(i));
      }
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
