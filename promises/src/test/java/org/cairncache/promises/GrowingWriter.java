package org.cairncache.promises;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.cache.Cache;
import javax.cache.CacheException;

/** Puts greater and greater numbers under all keys in turn, on a thread of its own. */
final class GrowingWriter implements AutoCloseable {
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(800);

  private final Cache<String, Long> cache;
  private final Acknowledged acknowledged;
  // Fair, so that who wants to hold it gets it.
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Thread thread = new Thread(this::run, "growing-writer");
  private volatile boolean over;
  private long value;

  private GrowingWriter(Cache<String, Long> cache, Acknowledged acknowledged) {
    this.cache = cache;
    this.acknowledged = acknowledged;
  }

  static GrowingWriter start(Cache<String, Long> cache, Acknowledged acknowledged) {
    GrowingWriter writer = new GrowingWriter(cache, acknowledged);
    writer.thread.setDaemon(true);
    writer.thread.start();
    return writer;
  }

  private void run() {
    while (!over) {
      turn.lock();
      try {
        write();
      } finally {
        turn.unlock();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void write() {
    value++;
    int key = (int) (value % NearReader.KEYS);
    try {
      cache.put(NearReader.key(key), value);
      acknowledged.put(key, value);
    } catch (CacheException failure) {
      // it may have been written or not
    }
  }

  /** Returns when nothing is being written; nothing is until {@link #resume}, by this thread. */
  void pause() {
    turn.lock();
  }

  void resume() {
    turn.unlock();
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join();
  }
}
