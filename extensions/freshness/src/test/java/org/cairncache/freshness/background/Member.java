package org.cairncache.freshness.background;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheManager;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;

/**
 * What one process of several has: a manager and a cache of its own, and threads that a test
 * drives. What they share is the store, and a clock.
 */
final class Member implements AutoCloseable {
  final ManualClock clock;
  final ManualScheduler scheduler;
  final List<String> heard = new CopyOnWriteArrayList<>();
  final CairnCache<String, String> cache;
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final CacheManager manager;

  /** On a heap of its own. */
  Member(ManualClock clock) {
    this(clock, URI.create("memory:" + UUID.randomUUID()));
  }

  Member(ManualClock clock, URI store) {
    this.clock = clock;
    this.scheduler = new ManualScheduler(clock);
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    manager = provider.getCacheManager(store, getClass().getClassLoader(), properties);
    cache = create("background");
  }

  @SuppressWarnings("unchecked") // it is the cache that was just created
  CairnCache<String, String> create(String name) {
    return manager
        .createCache(name, CairnConfiguration.builder(String.class, String.class).build())
        .unwrap(CairnCache.class);
  }

  /** Every minute. */
  RefreshBuilder<String> refresh() {
    return driven(Background.refresh(cache)).every(Duration.ofMinutes(1));
  }

  /** Every minute, under a lease of 15 s. */
  WriteBuilder<String> write() {
    return driven(Background.write(cache))
        .every(Duration.ofMinutes(1))
        .lease(Duration.ofSeconds(15));
  }

  /** Every 5 seconds, without waiting. */
  ReadBuilder<String> read() {
    return driven(Background.read(cache)).every(Duration.ofSeconds(5)).patience(Duration.ZERO);
  }

  <V, B extends BackgroundBuilder<V, B>> B driven(B builder) {
    return builder
        .key("k")
        .executor(scheduler)
        .scheduler(scheduler)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .observer(new Ear(heard));
  }

  /** Lets time pass and does what is due. */
  void pass(long seconds) {
    scheduler.advance(Duration.ofSeconds(seconds));
  }

  void run() {
    scheduler.runDue();
  }

  long count(String what) {
    return Collections.frequency(heard, what);
  }

  @Override
  public void close() {
    provider.close();
  }

  private record Ear(List<String> heard) implements BackgroundObserver {
    @Override
    public void writes(WriteTask<?> task) {
      heard.add("writes");
    }

    @Override
    public void reads(Mirror<?> mirror) {
      heard.add("reads");
    }

    @Override
    public void refreshed(Result result, long nanos) {
      heard.add("refreshed " + result);
    }

    @Override
    public void led(long epoch) {
      heard.add("led " + epoch);
    }

    @Override
    public void lost(long epoch) {
      heard.add("lost " + epoch);
    }

    @Override
    public void pulled(Pull result, long nanos) {
      heard.add("pulled " + result);
    }

    @Override
    public void storeFailed(Throwable cause) {
      heard.add("store failed");
    }

    @Override
    public void ended(String why) {
      heard.add("ended");
    }
  }
}
