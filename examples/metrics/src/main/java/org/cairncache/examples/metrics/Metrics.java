package org.cairncache.examples.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.cache.Cache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached1;
import org.cairncache.micrometer.CairnMeters;

/**
 * Calls a cached function while its results are fresh, stale and gone, and its source well and
 * down, and prints what Prometheus would read.
 */
public final class Metrics {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HALF = Duration.ofSeconds(30);
  private static final String GETS = "cairn_function_gets_total";
  private static final String LOADS = "cairn_function_loads_seconds_count";
  private static final String REFRESHED = LOADS + "{cause=\"refresh\",result=\"success\"}";
  private static final String NOT_REFRESHED = LOADS + "{cause=\"refresh\",result=\"failure\"}";

  /** What must have been counted in the end. */
  private static final Map<String, Double> EXPECTED =
      Map.of(
          GETS + "{outcome=\"loaded\",source=\"loader\"}",
          1.0,
          GETS + "{outcome=\"fresh\",source=\"store\"}",
          3.0,
          GETS + "{outcome=\"stale\",source=\"store\"}",
          2.0,
          GETS + "{outcome=\"stale-on-error\",source=\"store\"}",
          1.0,
          GETS + "{outcome=\"error\",source=\"loader\"}",
          1.0,
          REFRESHED,
          1.0,
          NOT_REFRESHED,
          1.0,
          "cairn_function_stale_age_seconds_count",
          3.0,
          "cairn_function_stale_age_seconds_sum",
          90.0 + 90.0 + 150.0);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final CairnMeters meters = CairnMeters.in(registry);
  private final LeapingClock clock = new LeapingClock();
  private final Rates rates = new Rates();

  private Metrics() {}

  /**
   * Takes no arguments.
   *
   * @throws IllegalStateException if something was not counted as it must
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Reading reading = run();
    System.out.print(reading);
    Map<String, Double> wrong = wrong(reading);
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("Expected but not counted: " + wrong);
    }
  }

  /** Runs the example. */
  static Reading run() throws IOException, InterruptedException {
    try (Directory directory = Directory.create()) {
      return new Metrics().in(directory.path());
    }
  }

  /** What is expected and is not so. */
  static Map<String, Double> wrong(Reading reading) {
    Map<String, Double> wrong = new TreeMap<>(EXPECTED);
    wrong.entrySet().removeIf(entry -> entry.getValue() == reading.value(entry.getKey()));
    return wrong;
  }

  private Reading in(Path directory) throws InterruptedException {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    try (CairnCachingProvider provider = new CairnCachingProvider()) {
      Cache<String, String> cache =
          provider
              .getCacheManager(directory.toUri(), null, properties)
              .createCache(
                  "rates",
                  CairnConfiguration.builder(String.class, String.class)
                      .observer(meters.store("rates"))
                      .build());
      call(
          Cached.of(cache)
              .key("rate:{currency}")
              .ttl(MINUTE)
              .stale(MINUTE)
              .staleIfError(MINUTE)
              .observer(meters.function("rates", "find"))
              .build(rates::find));
      return reading();
    }
  }

  private void call(Cached1<String, String> rate) throws InterruptedException {
    rate.get("EUR"); // loaded
    rate.get("EUR"); // fresh
    rate.get("EUR"); // fresh
    clock.leap(MINUTE.plus(HALF));
    rate.get("EUR"); // stale, and refreshed
    await(REFRESHED);
    rate.get("EUR"); // fresh
    rates.goDown();
    clock.leap(MINUTE.plus(HALF));
    rate.get("EUR"); // stale, and not refreshed
    await(NOT_REFRESHED);
    clock.leap(MINUTE);
    rate.get("EUR"); // stale, since loading fails
    try {
      rate.get("CHF");
    } catch (IllegalStateException down) {
      System.out.println("No rate of CHF: " + down.getMessage());
    }
  }

  private Reading reading() {
    return Reading.of(registry.scrape());
  }

  /** A refresh ends on a thread of its own: waits for it, up to 10 s. */
  private void await(String name) throws InterruptedException {
    long start = System.nanoTime();
    while (reading().value(name) == 0
        && System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
      Thread.sleep(1);
    }
  }
}
