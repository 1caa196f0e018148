package org.cairncache.memory;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;

/** What a store on the heap needs to open, and refuses what it does not need. */
record TestContext<K, V>(Settings settings, StoreObserver observer) implements StoreContext<K, V> {

  @Override
  public String cacheName() {
    return "test";
  }

  @Override
  public URI uri() {
    return URI.create("memory:test");
  }

  @Override
  public ClassLoader classLoader() {
    return TestContext.class.getClassLoader();
  }

  @Override
  @SuppressWarnings("unchecked") // the heap does not look
  public Class<K> keyType() {
    return (Class<K>) Object.class;
  }

  @Override
  @SuppressWarnings("unchecked") // the heap does not look
  public Class<V> valueType() {
    return (Class<V>) Object.class;
  }

  @Override
  public InstantSource clock() {
    throw new UnsupportedOperationException("the heap knows no time");
  }

  @Override
  public ScheduledExecutorService scheduler() {
    throw new UnsupportedOperationException("the heap has nothing to schedule");
  }

  @Override
  public Executor executor() {
    throw new UnsupportedOperationException("the heap never blocks");
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    throw new UnsupportedOperationException("stores on the heap share nothing");
  }
}
