package org.cairncache.freshness.background;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached0;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.freshness.background.BackgroundObserver.Result;
import org.cairncache.freshness.background.SourceBuilder.Loading;
import org.cairncache.freshness.work.Reason;
import org.cairncache.freshness.work.Reservation;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A value that this process loads on a schedule and keeps in a cache, so that calls find it there.
 * Made by {@link Background#refresh}. Thread-safe.
 *
 * @param <V> the type of the value
 */
public final class RefreshTask<V> implements Supplier<@Nullable V>, AutoCloseable {
  private final Plan<V> plan;
  private final CairnCache<String, V> cache;
  private final Loading loading;
  private final Cached0<V> function;
  private final LoaderGate gate = new LoaderGate();
  private final Schedule turns;
  private volatile @Nullable Last<V> last;

  private RefreshTask(Plan<V> plan, Cached0.AsyncLoader<V> loader, Loading loading) {
    this.plan = plan;
    this.cache = plan.cache();
    this.loading = loading;
    this.function =
        Cached.of(cache)
            .key(plan.task())
            .ttl(loading.ttl())
            .deadline(loading.deadline())
            .executor(gate.executor(plan.threads().loads()))
            .scheduler(plan.threads().timer())
            .observer(new StoreEar(plan.observer()))
            .buildAsync(gate.loader(() -> remember(loader.load())));
    this.turns = plan.schedule(this::turn, () -> {});
  }

  static <V> RefreshTask<V> start(Plan<V> plan, Cached0.AsyncLoader<V> loader, Loading loading) {
    RefreshTask<V> task = new RefreshTask<>(plan, loader, loading);
    task.turns.start(loading.immediately() ? 0 : plan.everyMillis());
    return task;
  }

  /** What the source said last in this process, for when the store fails. */
  private record Last<V>(@Nullable V value, long untilMillis) {}

  private record StoreEar(BackgroundObserver observer) implements CachedObserver {
    @Override
    public void storeFailed(Throwable cause) {
      observer.storeFailed(cause);
    }
  }

  private CompletionStage<@Nullable V> remember(CompletionStage<@Nullable V> loaded) {
    return loaded.thenApply(
        value -> {
          last = new Last<>(value, cache.clock().millis() + loading.ttl().toMillis());
          return value;
        });
  }

  /**
   * Returns the value from the cache; from this process's memory if the store fails. Only if there
   * is none, at the start, after all refreshes failed for its ttl, or because it was removed, it is
   * loaded: once, while all who call wait.
   *
   * @throws RuntimeException then, what the loader threw; a {@link
   *     javax.cache.integration.CacheLoaderException} with it if that is checked
   */
  @Override
  public @Nullable V get() {
    try {
      Stored<V> found = cache.findStored(plan.key());
      if (found != null && isAlive(found)) {
        return found.isNull() ? null : cache.copy(found.value());
      }
    } catch (CacheException failure) {
      plan.observer().storeFailed(failure);
      Last<V> known = last;
      if (known != null && cache.clock().millis() < known.untilMillis) {
        V value = known.value;
        return value == null ? null : cache.copy(value);
      }
    }
    return function.get();
  }

  private boolean isAlive(Stored<V> entry) {
    boolean isValue = entry.isReadable() || (entry.isNull() && !Reservation.is(entry));
    return isValue && !entry.isExpiredAt(cache.clock().millis());
  }

  /**
   * Loads the value now, outside the schedule, and keeps it; a load that is under way is joined. To
   * cancel the stage cancels no load.
   */
  public CompletionStage<@Nullable V> refresh() {
    return function.refresh();
  }

  private CompletionStage<Long> turn() {
    long begun = System.nanoTime();
    return refresh().handle((value, failure) -> ended(failure, System.nanoTime() - begun));
  }

  private long ended(@Nullable Throwable failure, long nanos) {
    if (turns.isClosed()) {
      return plan.everyMillis();
    }
    plan.observer().refreshed(failure == null ? Result.SUCCESS : Result.FAILURE, nanos);
    if (failure != null) {
      return loading.failed().tell(Reason.of(failure));
    }
    loading.failed().reset();
    return plan.everyMillis();
  }

  /**
   * Ends the schedule and interrupts a load that it began. What is in the cache stays until it
   * expires; a call after that loads.
   */
  @Override
  public void close() {
    turns.close();
    gate.interrupt();
  }

  /** The names of the task and its cache. */
  @Override
  public String toString() {
    return plan.name();
  }
}
