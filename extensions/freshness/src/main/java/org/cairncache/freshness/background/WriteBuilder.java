package org.cairncache.freshness.background;

import java.time.Duration;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached0;

/**
 * How a value is written by one process for all. Not thread-safe; what it builds is.
 *
 * @param <V> the type of the value
 */
public final class WriteBuilder<V> extends SourceBuilder<V, WriteTask<V>, WriteBuilder<V>> {
  private Duration lease = Duration.ofSeconds(15);

  WriteBuilder(CairnCache<String, V> cache) {
    super(cache);
  }

  @Override
  WriteBuilder<V> self() {
    return this;
  }

  /**
   * How long the process that writes may be silent before another one takes over. It renews the
   * lease at a third of that, with one request to the store; one that stands by looks as often.
   * Default: 15 s.
   *
   * @param time longer than pauses of the JVM and hiccups of the store; on object stores, whose
   *     time processes know to within a second, at least 5 s; on Google Cloud Storage, at one write
   *     a second for each object, at least 6 s
   */
  public WriteBuilder<V> lease(Duration time) {
    lease = positive("lease", time);
    return this;
  }

  /** Long enough for a take-over. */
  @Override
  Duration ttlFor(Duration every) {
    Duration takeOver = every.plus(lease.multipliedBy(2));
    Duration turns = super.ttlFor(every);
    return turns.compareTo(takeOver) < 0 ? takeOver : turns;
  }

  @Override
  WriteTask<V> start(Plan<V> plan, Cached0.AsyncLoader<V> loader, Loading loading) {
    return WriteTask.start(plan, loader, loading, lease.toMillis());
  }
}
