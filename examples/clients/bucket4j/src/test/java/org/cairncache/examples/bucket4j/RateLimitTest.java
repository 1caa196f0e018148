package org.cairncache.examples.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.jcache.Bucket4jJCache;
import io.github.bucket4j.grid.jcache.CompatibilityTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits hold in memory and in Redis. */
@ParameterizedClass
@ValueSource(strings = {RateLimitTest.MEMORY, RateLimitTest.REDIS})
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RateLimitTest {
  static final String MEMORY = "memory";
  static final String REDIS = "redis";

  private final CachingProvider provider = Caching.getCachingProvider();
  @TempDir private Path directory;
  @Parameter private String store;
  private CacheManager manager;

  /** A clock that the test moves, which Bucket4j or the cache asks instead of the system's. */
  private static final class MovingClock implements TimeMeter, InstantSource {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(0, nanos.get());
    }

    void advance(Duration by) {
      nanos.addAndGet(by.toNanos());
    }
  }

  @BeforeEach
  void open() throws IOException {
    if (store.equals(REDIS)) {
      Redis.shared().flushAll();
    }
    manager = provider.getCacheManager(configuration("buckets.conf"), null);
  }

  // The caches of cairn.conf, in this store. Each configuration has a manager of its own.
  private URI configuration(String name) throws IOException {
    String uri = store.equals(REDIS) ? Redis.shared().uri().toString() : "memory:";
    Path file = directory.resolve(name);
    Files.writeString(file, "include classpath(\"cairn.conf\")\ncairn.store = \"" + uri + "\"");
    return file.toUri();
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void compatibilityTest_ofBucket4j_passes() throws Exception {
    Cache<String, Integer> cache =
        manager.createCache(
            "compatibility",
            new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));

    new CompatibilityTest(cache).test();

    assertThat(cache.get("42")).isEqualTo(4_000);
  }

  @Test
  void allows_manyThreadsOverOneBucket_exactlyTheLimit() throws Exception {
    RateLimit limit = new RateLimit(buckets(manager), 500);

    assertThat(Rush.allowed(limit, "alice", 8, 500)).isEqualTo(500);
    assertThat(limit.left("alice")).isZero();
  }

  @Test
  void allows_byReference_exactlyTheLimit() throws Exception {
    assumeThat(store).as("other stores keep values only").isEqualTo(MEMORY);
    RateLimit limit =
        new RateLimit(
            manager.createCache(
                "rush",
                new MutableConfiguration<String, byte[]>()
                    .setTypes(String.class, byte[].class)
                    .setStoreByValue(false)),
            500);

    assertThat(Rush.allowed(limit, "alice", 8, 500)).isEqualTo(500);
    assertThat(limit.left("alice")).isZero();
  }

  @Test
  void allows_twoManagersOverOneRedis_exactlyTheLimit() throws Exception {
    assumeThat(store).as("no two managers share the memory").isEqualTo(REDIS);
    CacheManager second = provider.getCacheManager(configuration("second.conf"), null);
    RateLimit here = new RateLimit(buckets(manager), 500);
    RateLimit there = new RateLimit(buckets(second), 500);

    FutureTask<Long> allowedThere = new FutureTask<>(() -> Rush.allowed(there, "alice", 4, 125));
    new Thread(allowedThere).start();
    long allowedHere = Rush.allowed(here, "alice", 4, 125);

    assertThat(allowedHere + allowedThere.get()).isEqualTo(500);
    assertThat(here.left("alice")).isZero();
  }

  @Test
  void allows_fewerTriesThanTheLimit_all() throws Exception {
    RateLimit limit = new RateLimit(buckets(manager), 5_000);

    assertThat(Rush.allowed(limit, "alice", 8, 500)).isEqualTo(4_000);
    assertThat(limit.left("alice")).isEqualTo(1_000);
  }

  @Test
  void allows_twoLimitsOverOneCache_shareTheBucket() {
    Cache<String, byte[]> cache = buckets(manager);
    RateLimit first = new RateLimit(cache, 3);
    RateLimit second = new RateLimit(cache, 3);

    assertThat(first.allows("alice")).isTrue();
    assertThat(second.allows("alice")).isTrue();
    assertThat(first.allows("alice")).isTrue();
    assertThat(second.allows("alice")).isFalse();
    assertThat(second.allows("bob")).isTrue();
  }

  @Test
  void reset_usedUp_startsAnew() {
    Cache<String, byte[]> cache = buckets(manager);
    RateLimit limit = new RateLimit(cache, 1);
    assertThat(limit.allows("alice")).isTrue();
    assertThat(limit.allows("alice")).isFalse();

    limit.reset("alice");

    assertThat(cache.containsKey("alice")).isFalse();
    assertThat(limit.allows("alice")).isTrue();
  }

  @Test
  void tryConsume_afterTheRefill_allowsAgain() {
    MovingClock clock = new MovingClock();
    ProxyManager<String> proxies =
        Bucket4jJCache.entryProcessorBasedBuilder(buckets(manager)).clientClock(clock).build();
    BucketConfiguration limit =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder().capacity(2).refillGreedy(2, Duration.ofMinutes(1)).build())
            .build();
    Bucket bucket = proxies.getProxy("alice", () -> limit);

    assertThat(bucket.tryConsume(2)).isTrue();
    assertThat(bucket.tryConsume(1)).isFalse();
    clock.advance(Duration.ofSeconds(30));
    assertThat(bucket.tryConsume(1)).isTrue();
    assertThat(bucket.tryConsume(1)).isFalse();
  }

  @Test
  void allows_bucketThatExpired_startsFull() throws IOException {
    MovingClock clock = new MovingClock();
    Properties properties = new Properties();
    properties.put("cairn.clock", clock);
    Cache<String, byte[]> cache =
        buckets(provider.getCacheManager(configuration("clock.conf"), null, properties));
    RateLimit limit = new RateLimit(cache, 1);
    assertThat(limit.allows("alice")).isTrue();

    clock.advance(Duration.ofMinutes(59));
    assertThat(limit.allows("alice")).as("refused, which does not put the expiry off").isFalse();
    clock.advance(Duration.ofMinutes(2));

    assertThat(cache.containsKey("alice")).isFalse();
    assertThat(limit.allows("alice")).isTrue();
  }

  private static Cache<String, byte[]> buckets(CacheManager manager) {
    return manager.getCache("buckets", String.class, byte[].class);
  }
}
