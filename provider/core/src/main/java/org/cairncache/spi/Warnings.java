package org.cairncache.spi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Logs failures that no caller is there to take: at WARNING at most once a minute for each object
 * of this class, in between at DEBUG. Thread-safe.
 */
public final class Warnings {
  private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Logger log;
  private final AtomicLong notBeforeNanos = new AtomicLong(System.nanoTime());

  /** To the log of this class. */
  public Warnings(Class<?> source) {
    this.log = System.getLogger(source.getName());
  }

  /** Logs a failure, with its stack. */
  public void failed(String message, Throwable failure) {
    long now = System.nanoTime();
    long notBefore = notBeforeNanos.get();
    boolean due =
        now - notBefore >= 0 && notBeforeNanos.compareAndSet(notBefore, now + PERIOD_NANOS);
    log.log(due ? Level.WARNING : Level.DEBUG, message, failure);
  }
}
