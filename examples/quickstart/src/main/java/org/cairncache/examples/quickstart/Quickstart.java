package org.cairncache.examples.quickstart;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.management.CacheStatisticsMXBean;
import javax.cache.spi.CachingProvider;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.ObjectName;

/**
 * A cache in front of a slow source, with nothing but {@code javax.cache}: read-through, expiry, a
 * listener, an entry processor and statistics.
 */
public final class Quickstart {
  /** Gets per module after the one that loads it. */
  static final int WARM_READS = 1_000;

  private static final List<String> MODULES =
      List.of("java.base", "java.desktop", "java.xml", "jdk.compiler", "jdk.localedata");
  private static final Duration LIFETIME = new Duration(TimeUnit.SECONDS, 2);
  private static final long EXPIRY_WAIT_SECONDS = 10;

  private final ModuleCensus census = new ModuleCensus();
  private final ExpiryWatch<String, ModuleFacts> watch = new ExpiryWatch<>();
  private final Cache<String, ModuleFacts> facts;
  private final Cache<String, Long> totals;

  /** Creates both caches; what the first one loads it keeps for {@code lifetime}. */
  Quickstart(CacheManager manager, Duration lifetime) {
    facts = manager.createCache("module-facts", factsConfiguration(lifetime));
    totals =
        manager.createCache(
            "totals", new MutableConfiguration<String, Long>().setTypes(String.class, Long.class));
  }

  /**
   * Runs the example and prints its report.
   *
   * @param args names of JDK modules to read, each once; none means five large ones
   */
  public static void main(String[] args) throws InterruptedException, JMException {
    List<String> modules = args.length == 0 ? MODULES : List.of(args);
    try (CachingProvider provider = Caching.getCachingProvider();
        CacheManager manager = provider.getCacheManager()) {
      System.out.print(new Quickstart(manager, LIFETIME).run(modules));
    }
  }

  /**
   * Visits every module, waits until the cache has dropped each of them by itself, and reads the
   * first one again.
   *
   * @throws IllegalStateException if an entry does not expire in time
   */
  Report run(List<String> modules) throws InterruptedException, JMException {
    List<Visit> visits = new ArrayList<>();
    for (String module : modules) {
      visits.add(visit(module));
    }
    List<Report.Row> rows = new ArrayList<>();
    for (Visit visit : visits) {
      long expiredAtNanos = watch.await(visit.facts().module(), EXPIRY_WAIT_SECONDS);
      rows.add(new Report.Row(visit, expiredAtNanos - visit.loadedAtNanos()));
    }
    facts.get(modules.get(0));
    return report(rows);
  }

  /** Reads a module once from the source and {@link #WARM_READS} times from the cache. */
  Visit visit(String module) {
    long startNanos = System.nanoTime();
    ModuleFacts found = facts.get(module);
    long loadedAtNanos = System.nanoTime();
    for (int read = 0; read < WARM_READS; read++) {
      facts.get(module);
    }
    long warmNanos = (System.nanoTime() - loadedAtNanos) / WARM_READS;
    add("types", found.types());
    add("methods", found.methods());
    return new Visit(found, loadedAtNanos - startNanos, warmNanos, loadedAtNanos);
  }

  /** Sums up what was counted so far. */
  Report report(List<Report.Row> rows) throws JMException {
    CacheStatisticsMXBean statistics = statistics();
    return new Report(
        rows,
        totals.get("types"),
        totals.get("methods"),
        census.calls(),
        statistics.getCacheHits(),
        statistics.getCacheMisses());
  }

  /** Adds to a total atomically, also where other threads add to the same one. */
  private void add(String total, long amount) {
    totals.invoke(
        total,
        (entry, arguments) -> {
          entry.setValue(entry.exists() ? entry.getValue() + amount : amount);
          return null;
        });
  }

  private CacheStatisticsMXBean statistics() throws JMException {
    String manager = facts.getCacheManager().getURI().toString().replace(':', '.');
    String name =
        "javax.cache:type=CacheStatistics,CacheManager=%s,Cache=%s"
            .formatted(manager, facts.getName());
    return JMX.newMXBeanProxy(
        ManagementFactory.getPlatformMBeanServer(),
        new ObjectName(name),
        CacheStatisticsMXBean.class);
  }

  private Configuration<String, ModuleFacts> factsConfiguration(Duration lifetime) {
    boolean oldValueRequired = false;
    boolean synchronous = false;
    return new MutableConfiguration<String, ModuleFacts>()
        .setTypes(String.class, ModuleFacts.class)
        .setReadThrough(true)
        .setCacheLoaderFactory(() -> census)
        .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(lifetime))
        .addCacheEntryListenerConfiguration(
            new MutableCacheEntryListenerConfiguration<>(
                () -> watch, null, oldValueRequired, synchronous))
        .setStatisticsEnabled(true);
  }
}
