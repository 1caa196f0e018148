package org.cairncache.lifecycle;

import java.io.Serializable;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.spi.CachingProvider;
import org.cairncache.CairnCachingProvider;
import org.cairncache.spi.CountingClock;

/**
 * An application that uses whatever of a provider has threads, beans or objects of the application
 * in it: each run uses them all, and closing it closes its manager. Belongs to one thread.
 */
public final class Application implements Runnable, AutoCloseable {
  /** The configuration of its manager. */
  static final URI CONFIGURATION =
      URI.create("classpath:org/cairncache/lifecycle/application.conf");

  private final CountingClock clock = new CountingClock();
  private final Listener listener = new Listener();
  private final CacheManager manager;
  private final Cache<Id, Note> declared;
  private final Cache<Id, Note> sessions;
  private int runs;

  /** Starts beside its provider. */
  public Application() {
    this(
        Caching.getCachingProvider(
            CairnCachingProvider.class.getName(), CairnCachingProvider.class.getClassLoader()));
  }

  Application(CachingProvider provider) {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    manager =
        provider.getCacheManager(CONFIGURATION, Application.class.getClassLoader(), properties);
    declared = manager.getCache("declared", Id.class, Note.class);
    sessions =
        manager.createCache(
            "sessions",
            new MutableConfiguration<Id, Note>()
                .setTypes(Id.class, Note.class)
                .setStatisticsEnabled(true)
                .setManagementEnabled(true)
                .setCacheLoaderFactory(NoteLoader::new)
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_MINUTE))
                .addCacheEntryListenerConfiguration(
                    new MutableCacheEntryListenerConfiguration<Id, Note>(
                        () -> listener, null, false, false))
                .addCacheEntryListenerConfiguration(
                    new MutableCacheEntryListenerConfiguration<Id, Note>(
                        () -> listener, () -> event -> true, true, true)));
  }

  /** Does some work and fails unless all of it worked. */
  @Override
  public void run() {
    Id id = new Id("k", ++runs);
    Note read = declared.get(id);
    check(read.text.equals(id.toString()), "read through");
    check(read != declared.get(id), "by value");
    check(declared.<Boolean>invoke(id, (entry, arguments) -> entry.exists()), "processor");

    int before = listener.expired;
    listener.created = new CountDownLatch(2);
    sessions.put(id, new Note("v"));
    check(awaited(listener.created), "listeners");
    clock.advance(java.time.Duration.ofMinutes(2));
    check(sessions.get(id) == null && listener.expired > before, "expiry");
    CompletionListenerFuture loaded = new CompletionListenerFuture();
    sessions.loadAll(Set.of(id, new Id("other", runs)), true, loaded);
    try {
      loaded.get(30, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("loadAll", failure);
    }
    check(sessions.getAll(Set.of(id)).get(id).text.equals(id.toString()), "loaded");
  }

  @Override
  public void close() {
    manager.close();
  }

  static void check(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /**
   * A key that is immutable. Its equals is written out: the JDK keeps the last record class that it
   * has made one for.
   */
  public record Id(String name, int number) implements Serializable {
    @Override
    public boolean equals(Object other) {
      return other instanceof Id id && id.name.equals(name) && id.number == number;
    }

    @Override
    public int hashCode() {
      return name.hashCode() + number;
    }
  }

  /** A record whose equals the JDK makes, each time that the class is loaded anew. */
  public record Linked(String name) {
    /** For the test. */
    public Linked() {
      this("linked");
    }
  }

  /** A value that can be changed. */
  @SuppressWarnings("serial")
  public static final class Note implements Serializable {
    String text;
    private final List<Id> references = List.of(new Id("referred to", 1));

    /** Of this text. */
    public Note(String text) {
      this.text = text;
    }
  }

  /** Makes notes of the keys. */
  public static final class NoteLoader implements CacheLoader<Id, Note> {
    /** For the configuration. */
    public NoteLoader() {}

    @Override
    public Note load(Id key) {
      return new Note(key.toString());
    }

    @Override
    public Map<Id, Note> loadAll(Iterable<? extends Id> keys) {
      Map<Id, Note> notes = new HashMap<>();
      keys.forEach(key -> notes.put(key, load(key)));
      return notes;
    }
  }

  private static final class Listener
      implements CacheEntryCreatedListener<Id, Note>, CacheEntryExpiredListener<Id, Note> {
    private volatile CountDownLatch created = new CountDownLatch(0);
    private volatile int expired;

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends Id, ? extends Note>> events) {
      created.countDown();
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // it is only asked whether it has grown
    public void onExpired(Iterable<CacheEntryEvent<? extends Id, ? extends Note>> events) {
      expired++;
    }
  }
}
