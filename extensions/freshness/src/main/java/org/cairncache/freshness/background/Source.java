package org.cairncache.freshness.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.cairncache.freshness.Cached0;
import org.cairncache.freshness.LoadTimeoutException;
import org.cairncache.freshness.work.LoaderThread;
import org.jspecify.annotations.Nullable;

/** Where the value of a task comes from, for so long at the most. Thread-safe. */
final class Source<V> implements AutoCloseable {
  private final Plan<V> plan;
  private final Cached0.AsyncLoader<V> loader;
  private final long deadlineMillis;
  private volatile @Nullable Call current;
  private volatile boolean closed;

  Source(Plan<V> plan, Cached0.AsyncLoader<V> loader, long deadlineMillis) {
    this.plan = plan;
    this.loader = loader;
    this.deadlineMillis = deadlineMillis;
  }

  /**
   * Calls the source on a thread for that, and may end on any. It fails with a {@link
   * RejectedExecutionException} if there is no thread.
   */
  CompletableFuture<@Nullable V> call() {
    Call call = new Call();
    Future<?> deadline =
        plan.threads().timer().schedule(call::giveUp, deadlineMillis, MILLISECONDS);
    var unused = call.result.whenComplete((value, failure) -> deadline.cancel(false));
    try {
      plan.threads().loads().execute(call);
    } catch (RejectedExecutionException full) {
      call.result.completeExceptionally(full);
    }
    current = call;
    if (closed) {
      call.end();
    }
    return call.result;
  }

  /** Interrupts the loader. */
  @Override
  public void close() {
    closed = true;
    Call call = current;
    if (call != null) {
      call.end();
    }
  }

  private final class Call implements Runnable {
    private final CompletableFuture<@Nullable V> result = new CompletableFuture<>();
    private final LoaderThread thread = new LoaderThread();

    @Override
    public void run() {
      if (result.isDone()) {
        return;
      }
      thread.enter(true);
      try {
        var unused =
            Objects.requireNonNull(loader.load(), "the source returns no stage")
                .whenComplete(this::loaded);
      } catch (Throwable failure) {
        loaded(null, failure);
      } finally {
        thread.leave();
      }
    }

    private void loaded(@Nullable V value, @Nullable Throwable failure) {
      if (failure == null) {
        result.complete(value);
      } else {
        result.completeExceptionally(failure);
      }
    }

    private void giveUp() {
      result.completeExceptionally(
          new LoadTimeoutException(
              plan.name() + ": a load was given up after " + deadlineMillis + " ms"));
      thread.interrupt();
    }

    private void end() {
      result.cancel(false);
      thread.interrupt();
    }
  }
}
