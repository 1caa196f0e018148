package org.cairncache.freshness.background;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.cache.CacheException;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached0;
import org.cairncache.freshness.background.BackgroundObserver.Result;
import org.cairncache.freshness.background.SourceBuilder.Loading;
import org.cairncache.freshness.work.Reason;
import org.cairncache.freshness.work.Workers;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * A value that one process loads for all that share a store: this one while it has the lease. Made
 * by {@link Background#write}; it is read by a {@link Mirror}. Thread-safe.
 *
 * @param <V> the type of the value
 */
public final class WriteTask<V> implements AutoCloseable {
  private static final long RELEASE_MILLIS = 2_000;

  private final Plan<V> plan;
  private final Loading loading;
  private final long leaseMillis;
  private final Source<V> source;
  private final Lease<V> lease;
  private final FencedValue<V> value;
  private final Schedule leases;
  private final Schedule loads;
  private volatile boolean looksFirst;
  private final Warnings warnings = new Warnings(WriteTask.class);

  private WriteTask(
      Plan<V> plan, Cached0.AsyncLoader<V> loader, Loading loading, long leaseMillis) {
    this.plan = plan;
    this.loading = loading;
    this.leaseMillis = leaseMillis;
    this.source = new Source<>(plan, loader, loading.deadline().toMillis());
    this.lease = new Lease<>(plan, leaseMillis, epoch -> taken());
    this.value = new FencedValue<>(plan.slot(), lease, leaseMillis);
    this.leases = plan.schedule(this::renew, this::stop);
    this.loads = plan.schedule(this::load, this::stop);
  }

  static <V> WriteTask<V> start(
      Plan<V> plan, Cached0.AsyncLoader<V> loader, Loading loading, long leaseMillis) {
    WriteTask<V> task = new WriteTask<>(plan, loader, loading, leaseMillis);
    Writers.add(plan, task);
    plan.observer().writes(task);
    task.leases.start(0);
    return task;
  }

  /** Whether this process is the one that writes now, as far as it knows. */
  public boolean isWriting() {
    return lease.epoch() != 0;
  }

  /** The number of the lease under which this process writes; 0 if it stands by. */
  public long epoch() {
    return lease.epoch();
  }

  /** Has a new value written as soon as may be, if this process is the one that writes. */
  public void refresh() {
    if (isWriting()) {
      loads.hasten();
    }
  }

  CairnCache<String, V> cache() {
    return plan.cache();
  }

  /** Whether it does nothing any more. */
  boolean isOver() {
    return leases.isClosed() || plan.cache().isClosed();
  }

  private CompletionStage<Long> renew() {
    return plan.threads().request(lease::renew).exceptionally(this::notAsked);
  }

  private long notAsked(Throwable failure) {
    if (leases.isClosed()) {
      return leaseMillis;
    }
    Throwable reason = Reason.of(failure);
    if (!(reason instanceof RejectedExecutionException)) {
      storeFailed(reason);
    }
    return Math.min(Threads.NO_THREAD_MILLIS, leaseMillis / 3);
  }

  private void storeFailed(Throwable cause) {
    plan.observer().storeFailed(cause);
    warnings.failed(plan.name() + ": the store fails; it tries again", cause);
  }

  private void taken() {
    looksFirst = !loading.immediately();
    loads.hasten();
  }

  // What another process wrote is good until it would have written again.
  private long look() {
    Stored<V> there = plan.slot().latest();
    looksFirst = false;
    long age = there == null ? 0 : plan.slot().now() - there.writtenAtMillis();
    return Math.max(0, plan.everyMillis() - Math.max(0, age));
  }

  private CompletionStage<Long> load() {
    long epoch = lease.epoch();
    if (epoch == 0) {
      return CompletableFuture.completedFuture(plan.everyMillis());
    }
    if (looksFirst) {
      return plan.threads().request(this::look).exceptionally(this::notAsked);
    }
    long begun = System.nanoTime();
    return source
        .call()
        .thenApplyAsync(loaded -> write(epoch, loaded), plan.threads().requests())
        .handle((result, failure) -> loaded(result, failure, System.nanoTime() - begun));
  }

  private Result write(long epoch, @Nullable V loaded) {
    try {
      return value.write(epoch, loaded, this::lifetime) ? Result.SUCCESS : Result.FENCED;
    } catch (CacheException failure) {
      storeFailed(failure);
      throw failure;
    }
  }

  // It is fresh until the next one is due, so that readers see that none has come.
  private Lifetime lifetime(long now) {
    return new Lifetime(now, now + plan.everyMillis(), now + loading.ttl().toMillis());
  }

  private long loaded(@Nullable Result result, @Nullable Throwable failure, long nanos) {
    Throwable reason = failure == null ? null : Reason.of(failure);
    if (loads.isClosed()) {
      return plan.everyMillis();
    }
    if (reason instanceof RejectedExecutionException) {
      plan.observer().refreshed(Result.PUT_OFF, nanos);
      return Math.min(Threads.NO_THREAD_MILLIS, plan.everyMillis());
    }
    if (reason != null || result == null) {
      plan.observer().refreshed(Result.FAILURE, nanos);
      return loading.failed().tell(reason == null ? new IllegalStateException() : reason);
    }
    loading.failed().reset();
    plan.observer().refreshed(result, nanos);
    return plan.everyMillis();
  }

  /**
   * Ends the task: it loads no more, a load under way is interrupted and not kept, and the lease is
   * given back so that another process takes over at its next look. Takes at most 2 s; if the store
   * does not answer by then, the lease runs out by itself.
   */
  @Override
  public void close() {
    stop();
    if (plan.cache().isClosed()) {
      return;
    }
    try {
      CompletableFuture.runAsync(lease::release, Workers.BACKGROUND_REQUESTS)
          .get(RELEASE_MILLIS, MILLISECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException failure) {
      warnings.failed(plan.name() + ": the lease is not given back, it runs out", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    Writers.remove(plan, this);
    loads.close();
    leases.close();
    lease.end();
    source.close();
  }

  /** The names of the task and its cache. */
  @Override
  public String toString() {
    return plan.name();
  }
}
