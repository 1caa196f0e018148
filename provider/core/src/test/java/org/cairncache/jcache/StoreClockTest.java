package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.cache.configuration.Factory;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.memory.MemoryStoreFactory;
import org.cairncache.spi.AgreedTimeStores;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.CoarseClock;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.RecordingStore;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes whose clocks differ agree on when an entry of a shared store ends. */
class StoreClockTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Factory<ExpiryPolicy> A_MINUTE_FROM_CREATION =
      CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_MINUTE);
  private static final Factory<ExpiryPolicy> A_MINUTE_FROM_TOUCH =
      TouchedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_MINUTE);
  private static final Factory<ExpiryPolicy> A_MINUTE_FROM_CHANGE =
      ModifiedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_MINUTE);

  private final URI uri = URI.create("agreed-time:" + UUID.randomUUID());
  private final CairnCachingProvider ahead = new CairnCachingProvider();
  private final CairnCachingProvider behind = new CairnCachingProvider();

  @AfterEach
  void close() {
    ahead.close();
    behind.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void entry_createdByOneProcess_endsForBothAtOnce(boolean writtenAhead) {
    var one = open(writtenAhead ? ahead : behind, A_MINUTE_FROM_CREATION);
    var other = open(writtenAhead ? behind : ahead, A_MINUTE_FROM_CREATION);
    one.put("loop", "v");
    one.putAll(Map.of("batch", "v"));

    AgreedTimeStores.CLOCK.advance(Duration.ofMillis(59_999));
    for (String key : new String[] {"loop", "batch"}) {
      assertThat(one.get(key)).isEqualTo("v");
      assertThat(other.get(key)).isEqualTo("v");
      assertThat(other.getStored(key)).isNotNull();
    }
    AgreedTimeStores.CLOCK.advance(Duration.ofMillis(1));
    for (String key : new String[] {"loop", "batch"}) {
      assertThat(one.get(key)).isNull();
      assertThat(other.get(key)).isNull();
      assertThat(other.getStored(key)).isNull();
      assertThat(other.putIfAbsent(key, "w")).isTrue();
    }
  }

  @Test
  void blindPutAndTouch_byProcessesWhoseClocksDiffer_moveTheDeadlineByStoreTime() {
    var one = open(ahead, A_MINUTE_FROM_TOUCH);
    var other = open(behind, A_MINUTE_FROM_TOUCH);
    one.put("k", "v");
    assertThat(one.getStored("k").expiresAtMillis()).isEqualTo(inAMinute());

    AgreedTimeStores.CLOCK.advance(Duration.ofSeconds(30));
    assertThat(other.get("k")).isEqualTo("v");
    assertThat(one.getStored("k").expiresAtMillis()).isEqualTo(inAMinute());
  }

  @Test
  void compareAndSet_lifetimeOfTheCachesClock_endsForBothAtOnce() {
    var one = open(ahead, A_MINUTE_FROM_CHANGE);
    var other = open(behind, A_MINUTE_FROM_CHANGE);
    assertThat(one.clock().millis()).isEqualTo(other.clock().millis());
    assertThat(one.clock().instant()).isEqualTo(other.clock().instant());

    one.compareAndSet(
        "k", null, "v", Lifetime.until(one.clock().millis() + 1_000), Attributes.NONE);
    assertThat(other.get("k")).isEqualTo("v");
    AgreedTimeStores.CLOCK.advance(Duration.ofSeconds(1));
    assertThat(other.get("k")).isNull();
    assertThat(one.get("k")).isNull();
  }

  @Test
  void sweep_ofAProcessWhoseClockIsBehind_findsWhatHasEnded() {
    var one = open(ahead, A_MINUTE_FROM_CHANGE);
    one.put("k", "v");
    open(behind, A_MINUTE_FROM_CHANGE, Duration.ofMillis(1));
    AgreedTimeStores.CLOCK.advance(Duration.ofSeconds(63));

    await().until(() -> AgreedTimeStores.at(uri).get("k") == null);
  }

  @Test
  void clock_ofAStoreThatNobodyShares_isThatOfTheProcess() {
    CountingClock process = new CountingClock();

    assertThat(clock(process, process).millis()).isEqualTo(CountingClock.START);
    assertThat(clock(process, process).instant()).isEqualTo(process.instant());
  }

  @Test
  void isPast_deadlineFarAway_readsNoClock() {
    CountingClock process = new CountingClock();
    CountingClock coarse = new CountingClock();
    StoreClock clock = clock(process, coarse);

    assertThat(clock.isPast(entry(CountingClock.START + 1_000))).isFalse();
    assertThat(process.reads()).isZero();
    assertThat(clock.isPast(entry(CountingClock.START + 999))).isFalse();
    assertThat(process.reads()).isOne();
  }

  @Test
  void isPast_eternalEntry_readsNothing() {
    CountingClock never = new CountingClock();

    assertThat(clock(never, never).isPast(entry(Lifetime.NEVER))).isFalse();
    assertThat(never.reads()).isZero();
  }

  @Test
  void isPast_coarseClockIsLate_goesByTheClock() {
    CountingClock process = new CountingClock();
    StoreClock clock = clock(process, new CountingClock());
    process.advance(Duration.ofMillis(999));

    assertThat(clock.isPast(entry(CountingClock.START + 999))).isTrue();
    assertThat(clock.isPast(entry(CountingClock.START + 1_000))).isFalse();
  }

  private static StoreClock clock(InstantSource process, InstantSource coarse) {
    return new StoreClock(
        process,
        CoarseClock.exact(coarse),
        new RecordingStore<>(),
        new MemoryStoreFactory().traits());
  }

  private static Stored<String> entry(long deadline) {
    return new RecordingStore<String, String>().put("k", "v", Lifetime.until(deadline));
  }

  private CairnCache<String, String> open(
      CairnCachingProvider provider, Factory<ExpiryPolicy> policy) {
    return open(provider, policy, Duration.ofDays(1));
  }

  @SuppressWarnings("unchecked") // it is the cache that was just created
  private CairnCache<String, String> open(
      CairnCachingProvider provider, Factory<ExpiryPolicy> policy, Duration sweep) {
    CountingClock clock = new CountingClock();
    clock.advance(provider == ahead ? TEN_MINUTES : TEN_MINUTES.negated());
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    return provider
        .getCacheManager(uri, null, properties)
        .createCache(
            "c",
            CairnConfiguration.builder(String.class, String.class)
                .expiryPolicy(policy)
                .set(Settings.EXPIRY_SWEEP, sweep)
                .build())
        .unwrap(CairnCache.class);
  }

  private static long inAMinute() {
    return AgreedTimeStores.CLOCK.millis() + 60_000;
  }
}
