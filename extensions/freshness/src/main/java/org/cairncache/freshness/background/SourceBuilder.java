package org.cairncache.freshness.background;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached0;
import org.jspecify.annotations.Nullable;

/**
 * What tasks that load are told. Not thread-safe; what it builds is.
 *
 * @param <V> the type of the value
 * @param <T> the type of the task
 * @param <B> the type of the builder
 */
public abstract sealed class SourceBuilder<V, T, B extends SourceBuilder<V, T, B>>
    extends BackgroundBuilder<V, B> permits RefreshBuilder, WriteBuilder {
  private static final int TURNS_OF_LIFE = 3;

  private @Nullable Duration ttl;
  private Duration deadline = Duration.ofMinutes(1);
  private boolean immediately = true;
  private Consumer<? super Throwable> onError = failure -> {};

  SourceBuilder(CairnCache<String, V> cache) {
    super(cache);
  }

  /**
   * How long a value lives that no other one follows, as when the source fails. Default: three
   * times {@link #every}, and for one that writes at least as long as {@link #every} and two
   * leases.
   *
   * @param time longer than {@link #every}, or a request would have to load
   */
  public final B ttl(Duration time) {
    ttl = positive("ttl", time);
    return self();
  }

  /**
   * How long a load may take, from when it is due: then it is given up, and its thread interrupted.
   * Default: a minute.
   */
  public final B deadline(Duration time) {
    deadline = positive("deadline", time);
    return self();
  }

  /**
   * Whether the first load begins at once (the default), or only when {@link #every} has passed, or
   * what another process wrote has become that old.
   */
  public final B immediately(boolean atOnce) {
    immediately = atOnce;
    return self();
  }

  /**
   * Hears why a load failed, each time; it is logged as well, at most once a minute. The next
   * attempt comes after a pause of a second, twice as long after each further failure up to about a
   * minute, and never later than {@link #every} says. Must not block.
   */
  public final B onError(Consumer<? super Throwable> hears) {
    onError = hears;
    return self();
  }

  /**
   * Starts the task.
   *
   * @param loader thread-safe; null is a value as well
   */
  public final T build(Cached0.Loader<V> loader) {
    return buildAsync(() -> CompletableFuture.completedFuture(loader.load()));
  }

  /** As {@link #build}, of a source that returns a stage; its value is kept. */
  public final T buildAsync(Cached0.AsyncLoader<V> loader) {
    Plan<V> plan = plan();
    Duration every = Duration.ofMillis(plan.everyMillis());
    Duration lives = ttl == null ? ttlFor(every) : ttl;
    if (lives.compareTo(every) <= 0) {
      throw new IllegalStateException(
          plan.name()
              + ": a ttl of "
              + lives
              + " is not longer than the interval of "
              + every
              + ", so the value would die before the next one comes");
    }
    return start(
        plan, loader, new Loading(lives, deadline, immediately, new Failed(plan, onError)));
  }

  /** The default. */
  Duration ttlFor(Duration every) {
    return every.multipliedBy(TURNS_OF_LIFE);
  }

  abstract T start(Plan<V> plan, Cached0.AsyncLoader<V> loader, Loading loading);

  /** How a task loads. */
  record Loading(Duration ttl, Duration deadline, boolean immediately, Failed failed) {}
}
