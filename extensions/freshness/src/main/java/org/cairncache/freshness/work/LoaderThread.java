package org.cairncache.freshness.work;

import org.jspecify.annotations.Nullable;

/** The thread that is in a loader, which may be interrupted there and nowhere else. Thread-safe. */
public final class LoaderThread {
  private @Nullable Thread inside;
  private boolean interruptible;
  private boolean interrupted;

  /**
   * This thread is in the loader from now on.
   *
   * @param interruptible whether it does nothing else, so that an interrupt is for the loader
   */
  public synchronized void enter(boolean interruptible) {
    this.inside = Thread.currentThread();
    this.interruptible = interruptible;
  }

  /** It no longer is; an interrupt that the loader did not take is taken back. */
  public synchronized void leave() {
    if (interrupted) {
      boolean unused = Thread.interrupted();
    }
    inside = null;
  }

  /** Whether it is this very thread. */
  public synchronized boolean isThis() {
    return inside == Thread.currentThread();
  }

  /** Interrupts it, if it is inside and does nothing else. */
  public synchronized void interrupt() {
    if (inside != null && interruptible) {
      interrupted = true;
      inside.interrupt();
    }
  }
}
