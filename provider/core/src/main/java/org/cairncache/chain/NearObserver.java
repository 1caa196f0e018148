package org.cairncache.chain;

import org.cairncache.spi.StoreObserver;

/**
 * Hears of a near level what counts for the cache: its requests and what it cannot decode. What it
 * evicts the cache still has, and its clock and circuit are not the cache's. As thread-safe as the
 * cache's observer.
 */
record NearObserver(StoreObserver cache) implements StoreObserver {
  @Override
  public void succeeded(Operation operation, long nanos) {
    cache.succeeded(operation, nanos);
  }

  @Override
  public void failed(Operation operation, long nanos, Throwable cause) {
    cache.failed(operation, nanos, cause);
  }

  @Override
  public void unreadable(Operation operation) {
    cache.unreadable(operation);
  }
}
