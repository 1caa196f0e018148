package org.cairncache.freshness.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.cairncache.CairnCache;
import org.cairncache.freshness.key.KeyTemplate;
import org.cairncache.freshness.key.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What all background tasks are told. {@link #key} and {@link #every} must be. Times are precise to
 * the millisecond. Not thread-safe; what it builds is.
 *
 * @param <V> the type of the value
 * @param <B> the type of the builder
 */
public abstract sealed class BackgroundBuilder<V, B extends BackgroundBuilder<V, B>>
    permits SourceBuilder, ReadBuilder {
  final CairnCache<String, V> cache;
  private @Nullable String name;
  private @Nullable Duration every;
  private BackgroundObserver observer = BackgroundObserver.NONE;
  private Threads threads = Threads.SHARED;
  private LongSupplier ticker = System::nanoTime;

  BackgroundBuilder(CairnCache<String, V> cache) {
    this.cache = cache;
  }

  abstract B self();

  /**
   * The key of the value in the cache. It is also the name of the task in messages.
   *
   * @param name without placeholders: {@code "rates"}
   * @throws IllegalArgumentException if it has some
   */
  public B key(String name) {
    var unused = keyOf(name);
    this.name = name;
    return self();
  }

  /** The key in the cache, as a function without arguments has it. */
  static String keyOf(String name) {
    return KeyTemplate.parse(name)
        .bind(Signature.of("a background task has no arguments", List.of()))
        .render();
  }

  /**
   * How long after a turn began the next one does; at once if the turn took longer.
   *
   * @param interval at least a millisecond
   */
  public B every(Duration interval) {
    this.every = positive("every", interval);
    return self();
  }

  /** Hears what the task does. */
  public B observer(BackgroundObserver hears) {
    this.observer = new GuardedBackgroundObserver(hears);
    return self();
  }

  /**
   * What carries out calls of the source and requests to the store. While it refuses work the task
   * waits. Default: up to 16 daemon threads for sources and 8 for requests, together with all other
   * tasks.
   */
  public B executor(Executor carriesOut) {
    this.threads = new Threads(carriesOut, carriesOut, threads.timer());
    return self();
  }

  /** What tells the task that it is time; it does no work of its own. Default: a daemon thread. */
  public B scheduler(ScheduledExecutorService tellsTime) {
    this.threads = new Threads(threads.loads(), threads.requests(), tellsTime);
    return self();
  }

  /** The nanoseconds that leases go by. */
  final B ticker(LongSupplier nanos) {
    this.ticker = nanos;
    return self();
  }

  final Plan<V> plan() {
    String task = name;
    Duration interval = every;
    if (task == null || interval == null) {
      throw new IllegalStateException(
          "A background task needs a key and an interval: set " + (task == null ? "key" : "every"));
    }
    return new Plan<>(cache, task, keyOf(task), interval.toMillis(), observer, threads, ticker);
  }

  static Duration positive(String what, Duration time) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException(what + " must be at least 1 ms, but is " + time);
    }
    return time;
  }
}
