package org.cairncache.spi;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** What a store on the heap, or the encoding of one, needs to open; the rest is refused. */
public record TestContext<K, V>(
    String cacheName, Settings settings, StoreObserver observer, InstantSource clock)
    implements StoreContext<K, V> {

  /** Without a clock. */
  public TestContext(String cacheName, Settings settings, StoreObserver observer) {
    this(
        cacheName,
        settings,
        observer,
        () -> {
          throw new UnsupportedOperationException("the heap knows no time");
        });
  }

  /** Of a cache called {@code test}. */
  public TestContext(Settings settings, StoreObserver observer) {
    this("test", settings, observer);
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
  @SuppressWarnings("unchecked") // nobody looks
  public Class<K> keyType() {
    return (Class<K>) Object.class;
  }

  @Override
  @SuppressWarnings("unchecked") // nobody looks
  public Class<V> valueType() {
    return (Class<V>) Object.class;
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
