package org.cairncache.chain;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;

/**
 * What the store of one level is given: what its cache is given, but for this.
 *
 * @param cache what the cache is given
 * @param valueType what the level keeps
 */
record LevelContext<K, V>(
    StoreContext<K, ?> cache,
    URI uri,
    Settings settings,
    Class<V> valueType,
    StoreObserver observer)
    implements StoreContext<K, V> {
  @Override
  public String cacheName() {
    return cache.cacheName();
  }

  @Override
  public ClassLoader classLoader() {
    return cache.classLoader();
  }

  @Override
  public Class<K> keyType() {
    return cache.keyType();
  }

  @Override
  public InstantSource clock() {
    return cache.clock();
  }

  @Override
  public ScheduledExecutorService scheduler() {
    return cache.scheduler();
  }

  @Override
  public Executor executor() {
    return cache.executor();
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    return cache.shared(type, make);
  }
}
