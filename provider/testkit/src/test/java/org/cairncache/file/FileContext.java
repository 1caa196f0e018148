package org.cairncache.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;

/** One process with one cache of texts; it sweeps when the test says so, on the test's thread. */
final class FileContext implements StoreContext<String, String>, StoreObserver {
  static final String CACHE = "cache";

  private final Path root;
  private final ManualScheduler scheduler = new ManualScheduler(new ManualClock());
  private final AtomicInteger evicted = new AtomicInteger();
  private Settings settings = Settings.NONE;

  FileContext(Path root) {
    this.root = root;
  }

  <T> FileContext with(Setting<T> setting, T value) {
    settings = settings.with(setting, value);
    return this;
  }

  FileContext durable() {
    return with(FileSettings.DURABLE, true);
  }

  Store<String, String> open(Disk disk) {
    try {
      Files.createDirectories(names().directory()); // for the lock file, which is on no other disk
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new FileStoreFactory(disk).open(this);
  }

  FileNames names() {
    return new FileNames(root, CACHE);
  }

  Path file(String key) {
    return names().entry(key).file();
  }

  /** Lets what is due run: at first the sweep that comes with opening. */
  void sweep() {
    scheduler.runDue();
  }

  void advance(Duration step) {
    scheduler.advance(step);
  }

  int evicted() {
    return evicted.get();
  }

  @Override
  public void evicted(int entries) {
    evicted.addAndGet(entries);
  }

  @Override
  public String cacheName() {
    return CACHE;
  }

  @Override
  public URI uri() {
    return root.toUri();
  }

  @Override
  public ClassLoader classLoader() {
    return FileContext.class.getClassLoader();
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
    return InstantSource.system();
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
    return this;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    return make.get();
  }
}
