package org.cairncache.examples.swr;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.integration.CacheLoaderException;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.spi.Tier;

/**
 * A function over a slow source, cached on memory over files: fresh for five minutes, served stale
 * for ten more while one caller refreshes it, and for an hour more while the source is dead.
 */
public final class Swr implements AutoCloseable {
  private static final String EURO = "EUR";

  private final Clock clock = new Clock();
  private final SlowSource source = new SlowSource();
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final List<Step> steps = new ArrayList<>();
  private final Cached1<String, String> rate;
  private volatile String how = "";

  private Swr(Directory directory) {
    rate =
        Cached.of(cache(directory))
            .key("rate:{currency}")
            .ttl(ofMinutes(5))
            .stale(ofMinutes(10))
            .staleIfError(ofHours(1))
            .observer(
                new CachedObserver() {
                  @Override
                  public void answered(Answer answer, Source from) {
                    how = (answer + " " + from).toLowerCase(Locale.ROOT).replace('_', ' ');
                  }
                })
            .build(source::rate);
  }

  private Cache<String, String> cache(Directory directory) {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    return provider
        .getCacheManager(URI.create("memory:swr"), Swr.class.getClassLoader(), properties)
        .createCache(
            "rates",
            CairnConfiguration.builder(String.class, String.class)
                .tiers(
                    Tier.of(URI.create("memory:near")).ttl(ofHours(2)),
                    Tier.of(directory.path().toUri()))
                .build());
  }

  /**
   * Runs the example and prints each call.
   *
   * @throws IllegalStateException if a call was answered otherwise than it must be
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Step> steps = run();
    System.out.print(Step.HEADER);
    steps.forEach(System.out::print);
    if (!steps.stream().allMatch(Step::right)) {
      throw new IllegalStateException("A call was answered otherwise: see WRONG above");
    }
  }

  /** Runs the example. */
  static List<Step> run() throws IOException, InterruptedException {
    try (Directory directory = Directory.create();
        Swr swr = new Swr(directory)) {
      swr.play();
      return swr.steps;
    }
  }

  private void play() throws InterruptedException {
    call(0, 0, "first call", "EUR rate 1", "loaded loader");
    call(0, 4, "fresh", "EUR rate 1", "fresh near");
    call(0, 6, "past its ttl: old, at once", "EUR rate 1", "stale near");
    refreshed();
    call(0, 6, "refreshed behind the scenes", "EUR rate 2", "fresh near");
    source.die();
    call(0, 13, "source dead: old", "EUR rate 2", "stale near");
    refreshed();
    call(0, 50, "dead for long: old, after a try", "EUR rate 2", "stale on error near");
    call(1, 50, "dead for too long", "nobody answers", "error loader");
    source.comeBack();
    call(1, 51, "source is back", "EUR rate 3", "loaded loader");
    rate.invalidate(EURO);
    call(1, 51, "invalidated", "EUR rate 4", "loaded loader");
  }

  private void call(int hours, int minutes, String what, String expected, String expectedHow) {
    Duration now = ofHours(hours).plusMinutes(minutes);
    clock.moveTo(now);
    long start = System.nanoTime();
    String answer = answer();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean right = answer.equals(expected) && how.equals(expectedHow);
    steps.add(new Step(now, what, answer, how, took, right));
  }

  private String answer() {
    try {
      return Objects.requireNonNullElse(rate.get(EURO), "null");
    } catch (CacheLoaderException failure) {
      Throwable cause = failure.getCause();
      return cause == null ? failure.toString() : Objects.toString(cause.getMessage());
    }
  }

  /** Waits for the refresh on another thread; an application has no reason to. */
  private void refreshed() throws InterruptedException {
    while (rate.explain(EURO).loading()) {
      Thread.sleep(10);
    }
  }

  @Override
  public void close() {
    provider.close();
  }
}
