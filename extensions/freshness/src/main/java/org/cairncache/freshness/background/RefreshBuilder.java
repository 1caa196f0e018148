package org.cairncache.freshness.background;

import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached0;

/**
 * How a value is refreshed by each process for itself. Not thread-safe; what it builds is.
 *
 * @param <V> the type of the value
 */
public final class RefreshBuilder<V> extends SourceBuilder<V, RefreshTask<V>, RefreshBuilder<V>> {
  RefreshBuilder(CairnCache<String, V> cache) {
    super(cache);
  }

  @Override
  RefreshBuilder<V> self() {
    return this;
  }

  @Override
  RefreshTask<V> start(Plan<V> plan, Cached0.AsyncLoader<V> loader, Loading loading) {
    return RefreshTask.start(plan, loader, loading);
  }
}
