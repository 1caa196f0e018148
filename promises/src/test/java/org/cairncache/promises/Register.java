package org.cairncache.promises;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import javax.cache.Cache;
import javax.cache.CacheException;

/**
 * A key that one thread writes and reads by turns. What it reads was written there, and while the
 * primary is the same it is never older than what was read or acknowledged before.
 */
final class Register implements AutoCloseable {
  private static final long PAUSE_NANOS = 2_000_000;

  private final Cache<String, byte[]> cache;
  private final String key;
  private final IntSupplier generation;
  private final AtomicInteger older = new AtomicInteger();
  private final AtomicLong reads = new AtomicLong();
  private final Thread thread = new Thread(this::run, "register");
  private volatile Throwable broken;
  private volatile boolean over;
  private int seen = -1;
  private long begun;
  private long newest;

  /**
   * Begins.
   *
   * @param generation of the primary; odd while nobody knows who it is
   */
  Register(Cache<String, byte[]> cache, String key, IntSupplier generation) {
    this.cache = cache;
    this.key = key;
    this.generation = generation;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!over) {
        turn();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (Throwable failure) {
      broken = failure;
    }
  }

  private void turn() {
    int now = generation.getAsInt();
    if (now != seen) {
      seen = now;
      newest = 0;
    }
    begun++;
    try {
      cache.put(key, Proof.of(key, begun));
      know(begun);
    } catch (CacheException failure) {
      // it may have been written or not
    }
    try {
      read(cache.get(key));
    } catch (CacheException failure) {
      // nothing was read
    }
  }

  private void read(byte[] value) {
    long found = value == null ? 0 : Proof.sequence(key, value);
    if (found > begun) {
      throw new AssertionError(key + " holds " + found + ", which was not written yet");
    }
    reads.incrementAndGet();
    if (isSteady() && found < newest) {
      older.incrementAndGet();
    }
    know(found);
  }

  private void know(long sequence) {
    if (isSteady()) {
      newest = Math.max(newest, sequence);
    }
  }

  private boolean isSteady() {
    return seen % 2 == 0 && generation.getAsInt() == seen;
  }

  /** How many reads were answered. */
  long reads() {
    return reads.get();
  }

  /** How many of them gave an older value than was known. */
  int older() {
    return older.get();
  }

  /** Ends it, and fails if it read what was never written there. */
  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join();
    if (broken != null) {
      throw new AssertionError("A register went wrong", broken);
    }
  }
}
