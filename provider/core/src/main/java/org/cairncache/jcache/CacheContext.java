package org.cairncache.jcache;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;

/** What the store of one cache is given. Immutable. */
record CacheContext<K, V>(
    String cacheName,
    URI uri,
    ClassLoader classLoader,
    Class<K> keyType,
    Class<V> valueType,
    StoreObserver observer,
    Settings settings,
    ManagerResources resources)
    implements StoreContext<K, V> {
  @Override
  public InstantSource clock() {
    return resources.clock();
  }

  @Override
  public ScheduledExecutorService scheduler() {
    return resources.scheduler();
  }

  @Override
  public Executor executor() {
    return resources.executor();
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    return resources.shared(type, make);
  }
}
