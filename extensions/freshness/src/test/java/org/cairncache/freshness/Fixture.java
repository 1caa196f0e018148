package org.cairncache.freshness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.CacheManager;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Tier;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;

/** A cache, with a clock, threads and an observer that a test drives. */
final class Fixture implements AutoCloseable {
  final ManualClock clock = new ManualClock();
  final ManualScheduler scheduler = new ManualScheduler(clock);
  final List<String> heard = new CopyOnWriteArrayList<>();
  final CairnCache<String, String> cache;
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final CacheManager manager;

  /** On the heap. */
  Fixture() {
    this(URI.create("memory:" + UUID.randomUUID()), configuration());
  }

  /** Where this says. */
  Fixture(URI store, CairnConfiguration<String, String> with) {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    manager = provider.getCacheManager(store, getClass().getClassLoader(), properties);
    cache = create("functions", with);
  }

  static CairnConfiguration<String, String> configuration() {
    return CairnConfiguration.builder(String.class, String.class).build();
  }

  /** Levels over files in this directory. */
  static CairnConfiguration<String, String> over(Path directory) {
    return CairnConfiguration.builder(String.class, String.class)
        .tiers(
            Tier.of(URI.create("memory:near")).ttl(Duration.ofMinutes(5)),
            Tier.of(directory.toUri()))
        .build();
  }

  @SuppressWarnings("unchecked") // it is the cache that was just created
  CairnCache<String, String> create(String name, CairnConfiguration<String, String> with) {
    return manager.createCache(name, with).unwrap(CairnCache.class);
  }

  /** A ttl of a minute. */
  CachedBuilder<String> minute() {
    return Cached.of(cache)
        .key("f:{}")
        .ttl(Duration.ofMinutes(1))
        .executor(scheduler)
        .scheduler(scheduler)
        .observer(
            new CachedObserver() {
              @Override
              public void answered(Answer answer, Source source) {
                heard.add(answer + " " + source);
              }

              @Override
              public void loaded(Cause cause, Result result, long nanos) {
                heard.add(cause + " " + result);
              }

              @Override
              public void refreshPutOff() {
                heard.add("put off");
              }

              @Override
              public void waited() {
                heard.add("waited");
              }
            });
  }

  void pass(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  /** Carries out what waits for a thread. */
  void runThreads() {
    scheduler.runDue();
  }

  @Override
  public void close() {
    provider.close();
  }
}
