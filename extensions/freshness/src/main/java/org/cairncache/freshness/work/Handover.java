package org.cairncache.freshness.work;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The queue of a pool that has no more threads than it needed at once: what a free thread does not
 * take is refused, so that the pool starts another one, and waits here only if it has all. Else
 * work that comes now and then would start, and keep, all of them. Thread-safe.
 */
@SuppressWarnings("serial") // nobody writes a pool down
final class Handover extends LinkedTransferQueue<Runnable> implements RejectedExecutionHandler {
  private static final int MOST = 10_000;

  @Override
  public boolean offer(Runnable task) {
    return tryTransfer(task);
  }

  @Override
  public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
    if (size() >= MOST) {
      throw new RejectedExecutionException(MOST + " wait for a thread already");
    }
    put(task);
    pool.prestartCoreThread(); // all may have ended meanwhile
  }
}
