package org.cairncache.redis;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;

/** What a manager gives its stores, and the stores that it opened: one process without a front. */
final class RedisProcess implements StoreContext<String, String>, AutoCloseable {
  private final URI uri;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private Settings settings = Settings.NONE;
  private String cacheName = "c";
  private InstantSource clock = InstantSource.system();

  RedisProcess(URI uri) {
    this.uri = uri;
  }

  /** This process with one more setting, before its store is opened. */
  <T> RedisProcess with(Setting<T> setting, T value) {
    settings = settings.with(setting, value);
    return this;
  }

  /** This process with another clock, before its store is opened. */
  RedisProcess with(InstantSource other) {
    clock = other;
    return this;
  }

  /** The store of the cache of this name. */
  Store<String, String> open(String name) {
    cacheName = name;
    return open();
  }

  /** The store of the cache. */
  Store<String, String> open() {
    Store<String, String> store = new RedisStoreFactory().open(this);
    closing.push(store);
    return store;
  }

  @Override
  public String cacheName() {
    return cacheName;
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public ClassLoader classLoader() {
    return RedisProcess.class.getClassLoader();
  }

  @Override
  public Class<String> keyType() {
    return String.class;
  }

  @Override
  public Class<String> valueType() {
    return String.class;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public ScheduledExecutorService scheduler() {
    return scheduler;
  }

  @Override
  public Executor executor() {
    return Runnable::run;
  }

  @Override
  public StoreObserver observer() {
    return StoreObserver.NONE;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    return type.cast(
        shared.computeIfAbsent(
            type,
            first -> {
              R made = make.get();
              closing.addLast(made);
              return made;
            }));
  }

  @Override
  public void close() {
    for (AutoCloseable each : closing) {
      try {
        each.close();
      } catch (Exception failure) {
        throw new AssertionError(failure);
      }
    }
    scheduler.shutdownNow();
  }
}
