package org.cairncache.examples.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.cache.JCacheMetrics;
import io.micrometer.core.instrument.config.InvalidConfigurationException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.stream.StreamSupport;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheMetersTest {
  private final CachingProvider provider = Caching.getCachingProvider();
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    provider.close();
    registry.close();
  }

  @Test
  void monitor_declaredCacheOfTheDefaultUri_countsEveryKindOfOperation() {
    CacheManager manager = provider.getCacheManager();
    Cache<Integer, String> recent = manager.getCache("recent", Integer.class, String.class);

    JCacheMetrics.monitor(registry, recent);
    CacheMeters.use(recent);

    assertThat(gets("recent", "hit") + gets("recent", "miss")).isEqualTo(1_000);
    assertThat(gets("recent", "miss")).isPositive();
    assertThat(counter("recent", "cache.puts")).isEqualTo(1_001);
    assertThat(removals("recent")).isEqualTo(1);
    // An eviction is counted when it happens, which may be after the put that made it necessary.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              double gone = counter("recent", "cache.evictions") + removals("recent");
              assertThat(gone + size(recent)).as("puts of new keys").isBetween(1_000.0, 1_001.0);
              assertThat(size(recent)).isLessThanOrEqualTo(100);
            });
  }

  @Test
  void monitor_cacheOfANamedMemory_countsHitsMissesPutsAndRemovals() {
    Cache<String, String> cache = cache("memory:measured", "users", true);

    JCacheMetrics.monitor(registry, cache);
    hitTwiceAndMissOnce(cache);
    cache.remove("k");
    cache.remove("k");

    assertThat(gets("users", "hit")).isEqualTo(2);
    assertThat(gets("users", "miss")).isEqualTo(1);
    assertThat(counter("users", "cache.puts")).isEqualTo(1);
    assertThat(removals("users")).isEqualTo(1);
    assertThat(counter("users", "cache.evictions")).isZero();
    assertThat(registry.find("cache.size").meter()).as("JCache has no size").isNull();
  }

  @Test
  void monitor_sameNameInTwoManagers_isCountedApart() {
    Cache<String, String> first = cache("memory:first", "users", true);
    Cache<String, String> second = cache("memory:second", "users", true);

    JCacheMetrics.monitor(registry, first, "manager", "first");
    JCacheMetrics.monitor(registry, second, "manager", "second");
    hitTwiceAndMissOnce(first);
    second.put("k", "v");
    second.get("k");

    assertThat(gets("first", "users", "hit")).isEqualTo(2);
    assertThat(gets("second", "users", "hit")).isEqualTo(1);
    assertThat(gets("second", "users", "miss")).isZero();
  }

  @Test
  void monitor_removalsAsCounter_areCounted() {
    Cache<String, String> cache = cache("memory:measured", "users", true);

    JCacheMetrics.monitor(registry, cache, Tags.empty(), true);
    cache.put("k", "v");
    cache.remove("k");

    assertThat(counter("users", "cache.removals")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.example.User#roles", "orders/2026 (new)", "it's-a_cache;é$", "a.b|c&d"})
  void monitor_nameThatAnObjectNameCanHold_isCounted(String name) {
    Cache<String, String> cache = cache("memory:odd.names", name, true);

    JCacheMetrics.monitor(registry, cache);
    hitTwiceAndMissOnce(cache);

    assertThat(gets(name, "hit")).isEqualTo(2);
    assertThat(gets(name, "miss")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a:b", "a=b", "a\"b"})
  void monitor_nameThatAnObjectNameCannotHold_isRefusedByMicrometerOnly(String name) {
    Cache<String, String> cache = cache("memory:odd.names", name, true);

    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> JCacheMetrics.monitor(registry, cache));
    hitTwiceAndMissOnce(cache);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*b", "a?b"})
  void monitor_nameThatIsAPattern_showsZeros(String name) {
    Cache<String, String> cache = cache("memory:odd.names", name, true);

    JCacheMetrics.monitor(registry, cache);
    hitTwiceAndMissOnce(cache);

    assertThat(gets(name, "hit")).isZero();
  }

  @Test
  void monitor_sameUriAndNameInAnotherClassLoader_showsTheFirst() throws IOException {
    try (URLClassLoader other = new URLClassLoader(new URL[0], getClass().getClassLoader())) {
      cache("memory:twice", "users", true);
      Cache<String, String> second =
          create(provider.getCacheManager(URI.create("memory:twice"), other), "users", true);

      JCacheMetrics.monitor(registry, second);
      hitTwiceAndMissOnce(second);

      assertThat(gets("users", "hit")).isZero();
      provider.close(other);
    }
  }

  @Test
  void monitor_statisticsOff_showsZerosAndNoError() {
    Cache<String, String> cache = cache("memory:measured", "users", false);

    JCacheMetrics.monitor(registry, cache);
    hitTwiceAndMissOnce(cache);

    assertThat(gets("users", "hit")).isZero();
    assertThat(gets("users", "miss")).isZero();
    assertThat(counter("users", "cache.puts")).isZero();
  }

  @Test
  void monitor_statisticsTurnedOnLater_countsFromThenOn() {
    Cache<String, String> cache = cache("memory:measured", "users", false);
    JCacheMetrics.monitor(registry, cache);
    hitTwiceAndMissOnce(cache);

    cache.getCacheManager().enableStatistics("users", true);
    cache.get("k");

    assertThat(gets("users", "hit")).isEqualTo(1);
  }

  private Cache<String, String> cache(String uri, String name, boolean statistics) {
    return create(provider.getCacheManager(URI.create(uri), null), name, statistics);
  }

  private static Cache<String, String> create(
      CacheManager manager, String name, boolean statistics) {
    return manager.createCache(
        name,
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setStatisticsEnabled(statistics));
  }

  private static void hitTwiceAndMissOnce(Cache<String, String> cache) {
    cache.put("k", "v");
    cache.get("k");
    cache.get("k");
    cache.get("missing");
  }

  private double gets(String cache, String result) {
    return registry
        .get("cache.gets")
        .tags("cache", cache, "result", result)
        .functionCounter()
        .count();
  }

  private double gets(String manager, String cache, String result) {
    return registry
        .get("cache.gets")
        .tags("manager", manager, "cache", cache, "result", result)
        .functionCounter()
        .count();
  }

  private double counter(String cache, String name) {
    FunctionCounter counter = registry.get(name).tags("cache", cache).functionCounter();
    return counter.count();
  }

  private double removals(String cache) {
    return registry.get("cache.removals").tags("cache", cache).gauge().value();
  }

  private static long size(Cache<?, ?> cache) {
    return StreamSupport.stream(cache.spliterator(), false).count();
  }
}
