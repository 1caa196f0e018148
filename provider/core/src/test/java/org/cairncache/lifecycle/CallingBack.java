package org.cairncache.lifecycle;

import java.io.Closeable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryEventFilter;
import javax.cache.event.CacheEntryListener;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CompletionListener;
import javax.cache.integration.CompletionListenerFuture;

/** A place where a cache calls the application, and the operation by which it gets there. */
enum CallingBack {
  LOADER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      configuration.setReadThrough(true).setCacheLoaderFactory(() -> new Calling(callback));
    }

    @Override
    void operate(Cache<String, String> cache, Runnable callback) {
      cache.get("k");
    }
  },
  BACKGROUND_LOADER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      configuration.setCacheLoaderFactory(() -> new Calling(callback));
    }

    @Override
    void operate(Cache<String, String> cache, Runnable callback) throws Exception {
      CompletionListenerFuture done = new CompletionListenerFuture();
      cache.loadAll(Set.of("k"), true, done);
      done.get(30, TimeUnit.SECONDS);
    }
  },
  COMPLETION_LISTENER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      configuration.setCacheLoaderFactory(() -> new Calling(() -> {}));
    }

    @Override
    void operate(Cache<String, String> cache, Runnable callback) {
      cache.loadAll(Set.of("k"), true, new Completing(callback));
    }
  },
  WRITER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      configuration.setWriteThrough(true).setCacheWriterFactory(() -> new Calling(callback));
    }
  },
  BATCH_WRITER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      configuration.setWriteThrough(true).setCacheWriterFactory(() -> new Calling(callback));
    }

    @Override
    void operate(Cache<String, String> cache, Runnable callback) {
      cache.putAll(Map.of("k", "v", "other", "v"));
    }
  },
  SYNCHRONOUS_LISTENER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      listen(configuration, () -> new Calling(callback), null, true);
    }
  },
  ASYNCHRONOUS_LISTENER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      listen(configuration, () -> new Calling(callback), null, false);
    }
  },
  FILTER {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      CacheEntryEventFilter<String, String> filter =
          event -> {
            callback.run();
            return true;
          };
      listen(configuration, () -> new Calling(() -> {}), () -> filter, true);
    }
  },
  PROCESSOR {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {}

    @Override
    void operate(Cache<String, String> cache, Runnable callback) {
      cache.invoke(
          "k",
          (entry, arguments) -> {
            entry.setValue("v");
            callback.run();
            return null;
          });
    }
  },
  EXPIRY_POLICY {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      configuration.setExpiryPolicyFactory(() -> new Calling(callback));
    }
  },
  CLOSEABLE {
    @Override
    void configure(MutableConfiguration<String, String> configuration, Runnable callback) {
      configuration.setCacheLoaderFactory(() -> new CallingWhenClosed(callback));
    }

    @Override
    void operate(Cache<String, String> cache, Runnable callback) {
      cache.close();
    }
  };

  /** Makes the cache call back. */
  abstract void configure(MutableConfiguration<String, String> configuration, Runnable callback);

  /** Operates on the cache until it has called back, or so that it soon will. */
  void operate(Cache<String, String> cache, Runnable callback) throws Exception {
    cache.put("k", "v");
  }

  private static void listen(
      MutableConfiguration<String, String> configuration,
      Factory<CacheEntryListener<String, String>> listener,
      Factory<CacheEntryEventFilter<String, String>> filter,
      boolean synchronous) {
    configuration.addCacheEntryListenerConfiguration(
        new MutableCacheEntryListenerConfiguration<>(listener, filter, false, synchronous));
  }

  private record Completing(Runnable callback) implements CompletionListener {
    @Override
    public void onCompletion() {
      callback.run();
    }

    @Override
    public void onException(Exception failure) {
      callback.run();
    }
  }

  /** Calls back whenever it is called. */
  private static class Calling
      implements CacheLoader<String, String>,
          CacheWriter<String, String>,
          CacheEntryCreatedListener<String, String>,
          ExpiryPolicy {
    private final Runnable callback;

    Calling(Runnable callback) {
      this.callback = callback;
    }

    @Override
    public String load(String key) {
      callback.run();
      return "loaded";
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      callback.run();
      Map<String, String> loaded = new HashMap<>();
      keys.forEach(key -> loaded.put(key, "loaded"));
      return loaded;
    }

    @Override
    public void write(Cache.Entry<? extends String, ? extends String> entry) {
      callback.run();
    }

    @Override
    public void writeAll(Collection<Cache.Entry<? extends String, ? extends String>> entries) {
      callback.run();
      entries.clear();
    }

    @Override
    public void delete(Object key) {}

    @Override
    public void deleteAll(Collection<?> keys) {
      keys.clear();
    }

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends String>> events) {
      callback.run();
    }

    @Override
    public Duration getExpiryForCreation() {
      callback.run();
      return Duration.ONE_HOUR;
    }

    @Override
    public Duration getExpiryForAccess() {
      return null;
    }

    @Override
    public Duration getExpiryForUpdate() {
      return null;
    }
  }

  private static final class CallingWhenClosed extends Calling implements Closeable {
    private final Runnable whenClosed;

    CallingWhenClosed(Runnable whenClosed) {
      super(() -> {});
      this.whenClosed = whenClosed;
    }

    @Override
    public void close() {
      whenClosed.run();
    }
  }
}
