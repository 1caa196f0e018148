package org.cairncache.examples.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.jcache.Bucket4jJCache;
import io.github.bucket4j.grid.jcache.CompatibilityTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RateLimitTest {
  private final CachingProvider provider = Caching.getCachingProvider();
  private final CacheManager manager = provider.getCacheManager();

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allows_manyThreadsOverOneBucket_exactlyTheLimit(boolean byValue) throws Exception {
    RateLimit limit =
        new RateLimit(
            manager.createCache(
                "rush",
                new MutableConfiguration<String, byte[]>()
                    .setTypes(String.class, byte[].class)
                    .setStoreByValue(byValue)),
            500);

    assertThat(Rush.allowed(limit, "alice", 8, 500)).isEqualTo(500);
    assertThat(limit.left("alice")).isZero();
  }

  @Test
  void allows_fewerTriesThanTheLimit_all() throws Exception {
    RateLimit limit = new RateLimit(buckets(), 5_000);

    assertThat(Rush.allowed(limit, "alice", 8, 500)).isEqualTo(4_000);
    assertThat(limit.left("alice")).isEqualTo(1_000);
  }

  @Test
  void allows_twoLimitsOverOneCache_shareTheBucket() {
    Cache<String, byte[]> cache = buckets();
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
    Cache<String, byte[]> cache = buckets();
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
        Bucket4jJCache.entryProcessorBasedBuilder(buckets()).clientClock(clock).build();
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
  void allows_bucketThatExpired_startsFull() {
    MovingClock clock = new MovingClock();
    Properties properties = new Properties();
    properties.put("cairn.clock", clock);
    Cache<String, byte[]> cache =
        provider
            .getCacheManager(URI.create("memory:expiring"), null, properties)
            .createCache(
                "buckets",
                new MutableConfiguration<String, byte[]>()
                    .setTypes(String.class, byte[].class)
                    .setExpiryPolicyFactory(
                        ModifiedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR)));
    RateLimit limit = new RateLimit(cache, 1);
    assertThat(limit.allows("alice")).isTrue();

    clock.advance(Duration.ofMinutes(59));
    assertThat(limit.allows("alice")).as("refused, which does not put the expiry off").isFalse();
    clock.advance(Duration.ofMinutes(2));

    assertThat(cache.containsKey("alice")).isFalse();
    assertThat(limit.allows("alice")).isTrue();
  }

  private Cache<String, byte[]> buckets() {
    return manager.getCache("buckets", String.class, byte[].class);
  }
}
