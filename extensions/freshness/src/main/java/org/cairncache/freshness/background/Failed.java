package org.cairncache.freshness.background;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cairncache.freshness.work.BackOff;
import org.cairncache.spi.Warnings;

/** Tells why loads of a task fail, and when to try again. Thread-safe. */
final class Failed {
  private final Plan<?> plan;
  private final Consumer<? super Throwable> onError;
  private final Warnings warnings = new Warnings(Background.class);
  private final AtomicInteger inARow = new AtomicInteger();

  Failed(Plan<?> plan, Consumer<? super Throwable> onError) {
    this.plan = plan;
    this.onError = onError;
  }

  /** One did not. */
  void reset() {
    inARow.set(0);
  }

  /** Tells of one; returns after how many milliseconds to try again. */
  long tell(Throwable cause) {
    warnings.failed(plan.name() + ": a load failed; the old value stays until it expires", cause);
    try {
      onError.accept(cause);
    } catch (RuntimeException | LinkageError second) {
      warnings.failed(plan.name() + ": onError throws; it must not", second);
    }
    return retryMillis();
  }

  private long retryMillis() {
    int before = inARow.getAndUpdate(count -> Math.min(count + 1, Integer.MAX_VALUE - 1));
    return Math.min(plan.everyMillis(), BackOff.pauseMillis(before));
  }
}
