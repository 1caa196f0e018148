package org.cairncache.lifecycle;

import java.io.Closeable;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CompletionListener;
import org.cairncache.CairnCachingProvider;

/**
 * A provider with something of the application or of a store in it that hangs, now or as soon as it
 * is closed.
 */
final class Hanging implements AutoCloseable {
  final URI uri;
  final CairnCachingProvider provider = new CairnCachingProvider();
  final CacheManager manager;
  final Hang hang = new Hang();
  private final HookedStores.Hooks hooks;

  /** What hangs. */
  enum Part {
    /** In the background, by loadAll or an asynchronous listener. */
    LOAD_ALL(true),
    ASYNCHRONOUS_LISTENER(true),
    /** On the application's own threads. */
    LOADER(false),
    WRITER(false),
    SYNCHRONOUS_LISTENER(false),
    PROCESSOR(false),
    OPENING_A_STORE(false),
    MAKING_WHAT_IS_SHARED(false),
    DELETING(false),
    /** While closing. */
    CLOSING_A_STORE(true),
    CLOSING_WHAT_IS_SHARED(true),
    CLOSING_A_LOADER(true),
    CLOSING_A_WRITER(true),
    CLOSING_A_LISTENER(true),
    TELLING_OF_A_CLOSED_LOAD(true);

    /** Whether Cairn has a thread in it, which it must interrupt. */
    final boolean onOurThread;

    Part(boolean onOurThread) {
      this.onOurThread = onOurThread;
    }
  }

  Hanging() {
    uri = URI.create("hooked:" + UUID.randomUUID());
    hooks = HookedStores.of(uri);
    manager = provider.getCacheManager(uri, null);
  }

  /** Hangs here, unless only closing will. */
  void begin(Part part) throws Exception {
    switch (part) {
      case LOAD_ALL -> create(loading(hang, () -> {})).loadAll(Set.of("k"), true, null);
      case ASYNCHRONOUS_LISTENER -> create(listening(false, hang, () -> {})).put("k", "v");
      case LOADER -> inTheBackground(create(loading(hang, () -> {})), cache -> cache.get("k"));
      case WRITER -> inTheBackground(create(writing(hang, () -> {})), cache -> cache.put("k", "v"));
      case SYNCHRONOUS_LISTENER ->
          inTheBackground(create(listening(true, hang, () -> {})), cache -> cache.put("k", "v"));
      case PROCESSOR -> inTheBackground(create(plain()), this::processFor);
      case OPENING_A_STORE -> openWith(context -> hang.run());
      case MAKING_WHAT_IS_SHARED -> openWith(context -> context.shared(Shared.class, this::made));
      case DELETING -> {
        hooks.onClear = hang;
        inTheBackground(create(plain()), cache -> manager.destroyCache(cache.getName()));
      }
      case CLOSING_A_STORE -> {
        hooks.onClose = hang;
        create(plain());
      }
      case CLOSING_WHAT_IS_SHARED -> {
        hooks.onOpen = context -> context.shared(Shared.class, () -> new Shared(hang));
        create(plain());
      }
      case CLOSING_A_LOADER -> create(loading(() -> {}, hang));
      case CLOSING_A_WRITER -> create(writing(() -> {}, hang));
      case CLOSING_A_LISTENER -> create(listening(true, () -> {}, hang));
      case TELLING_OF_A_CLOSED_LOAD -> tellWhenClosed();
    }
    if (!part.name().contains("CLOS")) {
      hang.awaitThread();
    }
  }

  /** Lets go what hangs. */
  @Override
  public void close() {
    hang.close();
    provider.close();
  }

  static MutableConfiguration<String, String> plain() {
    return new MutableConfiguration<String, String>()
        .setTypes(String.class, String.class)
        .setStatisticsEnabled(true);
  }

  /** A cache of any name. */
  Cache<String, String> create(MutableConfiguration<String, String> configuration) {
    return manager.createCache("cache-" + UUID.randomUUID(), configuration);
  }

  static MutableConfiguration<String, String> loading(Runnable load, Runnable close) {
    return plain().setReadThrough(true).setCacheLoaderFactory(() -> new Calling(load, close));
  }

  static MutableConfiguration<String, String> writing(Runnable write, Runnable close) {
    return plain().setWriteThrough(true).setCacheWriterFactory(() -> new Calling(write, close));
  }

  static MutableConfiguration<String, String> listening(
      boolean synchronous, Runnable hear, Runnable close) {
    return plain()
        .addCacheEntryListenerConfiguration(
            new MutableCacheEntryListenerConfiguration<String, String>(
                () -> new Calling(hear, close), null, false, synchronous));
  }

  private interface Action {
    void on(Cache<String, String> cache);
  }

  private static void inTheBackground(Cache<String, String> cache, Action action) {
    daemon(() -> action.on(cache));
  }

  // What becomes of a call that hung, in the end, is its own affair.
  @SuppressWarnings("EmptyCatch")
  private static void daemon(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                action.run();
              } catch (RuntimeException closedMeanwhile) {
              }
            },
            "application");
    thread.setDaemon(true);
    thread.start();
  }

  private void processFor(Cache<String, String> cache) {
    cache.invoke(
        "k",
        (entry, arguments) -> {
          hang.run();
          return null;
        });
  }

  private void openWith(HookedStores.Opening opening) {
    hooks.onOpen = opening;
    daemon(() -> create(plain()));
  }

  private Shared made() {
    hang.run();
    return new Shared(() -> {});
  }

  // The load waits for the application's lock, as it were, which the listener never gives back.
  private void tellWhenClosed() throws Exception {
    Hang load = new Hang();
    Cache<String, String> cache = create(loading(load, load::close));
    cache.loadAll(Set.of("k"), true, new Told(hang, load));
    load.awaitThread();
  }

  private record Shared(Runnable onClose) implements AutoCloseable {
    @Override
    public void close() {
      onClose.run();
    }
  }

  private record Told(Runnable hang, Hang load) implements CompletionListener {
    @Override
    public void onCompletion() {
      onException(new IllegalStateException());
    }

    @Override
    public void onException(Exception failure) {
      hang.run();
    }
  }

  /** Calls the test whenever it is called. */
  private static final class Calling
      implements CacheLoader<String, String>,
          CacheWriter<String, String>,
          CacheEntryCreatedListener<String, String>,
          Closeable {
    private final Runnable called;
    private final Runnable closed;

    Calling(Runnable called, Runnable closed) {
      this.called = called;
      this.closed = closed;
    }

    @Override
    public String load(String key) {
      called.run();
      return "loaded";
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      called.run();
      return Map.of();
    }

    @Override
    public void write(Cache.Entry<? extends String, ? extends String> entry) {
      called.run();
    }

    @Override
    public void writeAll(Collection<Cache.Entry<? extends String, ? extends String>> entries) {
      called.run();
    }

    @Override
    public void delete(Object key) {}

    @Override
    public void deleteAll(Collection<?> keys) {}

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends String>> events) {
      called.run();
    }

    @Override
    public void close() {
      closed.run();
    }
  }
}
