package org.cairncache.testkit.contract;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;

/**
 * What one manager gives its stores, and the stores that were opened with it. Two of them have
 * nothing in common but what lies under the stores. Thread-safe.
 */
final class OpenStores implements AutoCloseable {
  private final StoreUnderTest subject;
  private final StoreObserver observer;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();

  OpenStores(StoreUnderTest subject, StoreObserver observer) {
    this.subject = subject;
    this.observer = observer;
  }

  <K, V> Store<K, V> open(String cacheName, Class<K> keyType, Class<V> valueType) {
    Store<K, V> store = subject.factory().open(new Context<>(cacheName, keyType, valueType));
    synchronized (this) {
      closing.push(store);
    }
    return store;
  }

  private synchronized <R extends AutoCloseable> R share(
      Class<R> type, Supplier<? extends R> make) {
    AutoCloseable there = shared.get(type);
    if (there == null) {
      there = make.get();
      shared.put(type, there);
      closing.addLast(there);
    }
    return type.cast(there);
  }

  /** Closes the stores, then what they shared. */
  @Override
  public synchronized void close() throws Exception {
    for (AutoCloseable each : closing) {
      each.close();
    }
    scheduler.shutdownNow();
    executor.shutdownNow();
  }

  private final class Context<K, V> implements StoreContext<K, V> {
    private final String cacheName;
    private final Class<K> keyType;
    private final Class<V> valueType;

    private Context(String cacheName, Class<K> keyType, Class<V> valueType) {
      this.cacheName = cacheName;
      this.keyType = keyType;
      this.valueType = valueType;
    }

    @Override
    public String cacheName() {
      return cacheName;
    }

    @Override
    public URI uri() {
      return subject.uri();
    }

    @Override
    public ClassLoader classLoader() {
      return OpenStores.class.getClassLoader();
    }

    @Override
    public Class<K> keyType() {
      return keyType;
    }

    @Override
    public Class<V> valueType() {
      return valueType;
    }

    @Override
    public InstantSource clock() {
      return InstantSource.system(); // a medium may have a clock of its own, and that is no other
    }

    @Override
    public ScheduledExecutorService scheduler() {
      return scheduler;
    }

    @Override
    public Executor executor() {
      return executor;
    }

    @Override
    public StoreObserver observer() {
      return observer;
    }

    @Override
    public Settings settings() {
      return subject.settings();
    }

    @Override
    public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
      return share(type, make);
    }
  }
}
