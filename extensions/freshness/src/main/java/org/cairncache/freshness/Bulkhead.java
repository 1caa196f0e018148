package org.cairncache.freshness;

import java.util.concurrent.Semaphore;

/**
 * How many refreshes run at once, over all functions that share it: when thousands of keys fall due
 * together the source is not asked for all of them together. A refresh that finds no room does not
 * wait: the old value is served, and a later reader tries again. Thread-safe.
 */
public final class Bulkhead {
  /** Shared by the functions that are given no other: 64 at once in this process. */
  static final Bulkhead SHARED = new Bulkhead(64);

  private final Semaphore room;

  private Bulkhead(int atOnce) {
    this.room = new Semaphore(atOnce);
  }

  /**
   * One with room for so many.
   *
   * @param atOnce at least 1
   */
  public static Bulkhead of(int atOnce) {
    if (atOnce < 1) {
      throw new IllegalArgumentException("A bulkhead needs room for at least 1, not " + atOnce);
    }
    return new Bulkhead(atOnce);
  }

  /** How many more may start now. */
  public int room() {
    return room.availablePermits();
  }

  boolean enter() {
    return room.tryAcquire();
  }

  void leave() {
    room.release();
  }
}
