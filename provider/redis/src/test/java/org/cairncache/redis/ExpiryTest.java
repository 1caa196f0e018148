package org.cairncache.redis;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.cairncache.CairnCache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When entries end on a Redis that processes share, by whose clock, and who hears of it. */
final class ExpiryTest {
  private static final javax.cache.expiry.Duration TEN_MINUTES =
      new javax.cache.expiry.Duration(MINUTES, 10);
  private static final long TEN_MINUTES_MILLIS = 600_000;
  private static final long MARGIN_MILLIS = 6_000;
  // What a test may take until it looks.
  private static final long LATE_MILLIS = 30_000;
  // What may be between two clocks.
  private static final long SKEW_MILLIS = 1_000;

  private final ProxiedRedis redis = new ProxiedRedis();
  private final ShiftedClock clock = new ShiftedClock();
  private final OwnManager manager = manager().with("cairn.clock", clock);
  private final List<String> expired = new CopyOnWriteArrayList<>();

  private OwnManager manager() {
    return new OwnManager(redis.uri()).with("cairn.command-timeout", "5 s");
  }

  @AfterEach
  void close() {
    manager.close();
    redis.close();
  }

  @Test
  void nativeTtl_ofEveryWrite_isTheDeadlineAndAMargin() {
    Cache<String, String> cache =
        manager.cache("c", expiring(ModifiedExpiryPolicy.factoryOf(TEN_MINUTES)));
    cache.put("put", "v");
    cache.putAll(Map.of("all-1", "v", "all-2", "v"));
    assertThat(cache.putIfAbsent("absent", "v")).isTrue();
    cache.invoke(
        "invoked",
        (entry, none) -> {
          entry.setValue("v");
          return null;
        });
    for (String key : List.of("put", "all-1", "all-2", "absent", "invoked")) {
      assertEnds(cache, key, MARGIN_MILLIS);
      shorten(key);
    }
    cache.put("put", "w");
    cache.putAll(Map.of("all-1", "w", "all-2", "w"));
    assertThat(cache.replace("absent", "v", "w")).isTrue();
    cache.invoke(
        "invoked",
        (entry, none) -> {
          entry.setValue("w");
          return null;
        });
    for (String key : List.of("put", "all-1", "all-2", "absent", "invoked")) {
      assertEnds(cache, key, MARGIN_MILLIS);
    }
  }

  @Test
  void nativeTtl_underAccess_followsTheDeadline() {
    Cache<String, String> cache =
        manager.cache("c", expiring(AccessedExpiryPolicy.factoryOf(TEN_MINUTES)));
    cache.put("k", "v");
    shorten("k");
    clock.shift(Duration.ofMinutes(5));
    assertThat(cache.get("k")).isEqualTo("v");
    assertEnds(cache, "k", MARGIN_MILLIS);
    assertThat(stored(cache, "k").expiresAtMillis())
        .isBetween(
            clock.millis() + TEN_MINUTES_MILLIS - LATE_MILLIS, clock.millis() + TEN_MINUTES_MILLIS);
  }

  @Test
  void nativeTtl_thatKeepsTheDeadline_stays() {
    Cache<String, String> cache =
        manager.cache("c", expiring(CreatedExpiryPolicy.factoryOf(TEN_MINUTES)));
    cache.put("k", "v");
    shorten("k");
    cache.put("k", "w");
    assertThat(left("k")).isBetween(100_000 - LATE_MILLIS, 100_000L);
    clock.shift(Duration.ofMinutes(11));
    cache.put("k", "x"); // a new entry: the old one has ended
    assertEnds(cache, "k", MARGIN_MILLIS);
  }

  @Test
  void nativeTtl_ofAnEternalEntry_isNone() {
    Cache<String, String> cache = manager.cache("c", expiring(EternalExpiryPolicy.factoryOf()));
    CairnCache<String, String> cairn = cache.unwrap(CairnCache.class);
    cache.put("k", "v");
    assertThat(left("k")).isEqualTo(-1);
    long deadline = cairn.clock().millis() + TEN_MINUTES_MILLIS;
    Stored<String> ending =
        cairn.compareAndSet(
            "k", stored(cache, "k"), "w", Lifetime.until(deadline), Attributes.NONE);
    assertEnds(cache, "k", MARGIN_MILLIS);
    assertThat(cairn.compareAndSet("k", ending, "x", Lifetime.ETERNAL, Attributes.NONE))
        .isNotNull();
    assertThat(left("k")).isEqualTo(-1);
  }

  @Test
  void nativeTtl_withASweep_leavesTimeForTwo() {
    Cache<String, String> cache =
        manager
            .with("cairn.expiry-sweep", "1m")
            .cache("c", expiring(CreatedExpiryPolicy.factoryOf(TEN_MINUTES)));
    cache.put("k", "v");
    assertEnds(cache, "k", 2_000 + 2 * 60_000);
  }

  @Test
  void access_afterTheDeadline_tellsOfItAndRemovesTheEntry() {
    Cache<String, String> cache = manager.cache("c", listening());
    cache.put("a", "1");
    cache.putAll(Map.of("b", "2", "c", "3", "d", "4"));
    clock.shift(Duration.ofMinutes(10).plusSeconds(5));

    assertThat(cache.get("a")).isNull();
    assertThat(expired).containsExactly("a=1");
    assertThat(cache.getAll(Set.of("b", "c"))).isEmpty();
    assertThat(cache).isEmpty();
    await()
        .untilAsserted(
            () -> assertThat(expired).containsExactlyInAnyOrder("a=1", "b=2", "c=3", "d=4"));
    for (String key : List.of("a", "b", "c", "d")) {
      assertThat(left(key)).as("gone").isEqualTo(-2);
    }
  }

  @Test
  void sweep_findsWhatNobodyAsksFor() {
    Cache<String, String> cache =
        manager.with("cairn.expiry-sweep", "50ms").cache("c", listening());
    cache.put("a", "1");
    cache.put("b".repeat(300), "2"); // its text is in the entry alone
    clock.shift(Duration.ofMinutes(10).plusSeconds(5));
    await()
        .untilAsserted(
            () -> assertThat(expired).containsExactlyInAnyOrder("a=1", "b".repeat(300) + "=2"));
    assertThat(left("a")).isEqualTo(-2);
  }

  @Test
  void sweep_foreignTypesAndValues_areLeftAlone() {
    byte[] foreign = new RedisKeys("test", "c").of("x".repeat(300));
    redis.redis().command(bytes("HSET"), foreign, bytes("field"), bytes("value"));
    redis.redis().command("SET", "test:c:text", "a text");
    redis.redis().command("RPUSH", "test:c:list", "an element");
    Cache<String, String> cache =
        manager.with("cairn.expiry-sweep", "50ms").cache("c", listening());
    cache.put("a", "1");
    clock.shift(Duration.ofMinutes(10).plusSeconds(5));
    await().untilAsserted(() -> assertThat(expired).containsExactly("a=1"));
    assertThat(redis.redis().command("EXISTS", "test:c:text", "test:c:list").number()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {3_600, -3_600, 24 * 3_600})
  void clockOfOneProcess_isOff_movesNoDeadline(long seconds) {
    clock.shift(Duration.ofSeconds(seconds));
    ShiftedClock right = new ShiftedClock();
    try (OwnManager other = manager().with("cairn.clock", right)) {
      Cache<String, String> wrong =
          manager.cache("c", expiring(CreatedExpiryPolicy.factoryOf(TEN_MINUTES)));
      Cache<String, String> truth =
          other.cache("c", expiring(CreatedExpiryPolicy.factoryOf(TEN_MINUTES)));
      wrong.put("theirs", "v");
      truth.put("ours", "v");
      for (String key : List.of("theirs", "ours")) {
        assertEnds(truth, key, MARGIN_MILLIS);
        assertEnds(wrong, key, MARGIN_MILLIS);
        assertThat(wrong.get(key)).isEqualTo("v");
        assertThat(truth.get(key)).isEqualTo("v");
      }
      right.shift(Duration.ofMinutes(11));
      assertThat(truth.get("theirs")).isNull();
      clock.shift(Duration.ofMinutes(11));
      assertThat(wrong.get("ours")).isNull();
    }
  }

  @Test
  void clockOfThisProcess_isOffByLessThanASecond_isLeftAsItIs() {
    clock.shift(Duration.ofMillis(500));
    Cache<String, String> cache = manager.cache("c");
    assertThat(cache.unwrap(CairnCache.class).clock().millis() - System.currentTimeMillis())
        .isBetween(400L, 500L + LATE_MILLIS);
  }

  private MutableConfiguration<String, String> listening() {
    CacheEntryExpiredListener<String, String> listener =
        events -> events.forEach(event -> expired.add(event.getKey() + "=" + event.getOldValue()));
    return expiring(CreatedExpiryPolicy.factoryOf(TEN_MINUTES))
        .addCacheEntryListenerConfiguration(
            new MutableCacheEntryListenerConfiguration<>(() -> listener, null, true, true));
  }

  private static MutableConfiguration<String, String> expiring(
      Factory<? extends ExpiryPolicy> policy) {
    return new MutableConfiguration<String, String>()
        .setTypes(String.class, String.class)
        .setExpiryPolicyFactory(policy);
  }

  @SuppressWarnings("unchecked") // as it was configured
  private static Stored<String> stored(Cache<String, String> cache, String key) {
    Stored<String> stored =
        ((CairnCache<String, String>) cache.unwrap(CairnCache.class)).getStored(key);
    if (stored == null) {
      throw new AssertionError("nothing is there");
    }
    return stored;
  }

  /** Gives the entry less time in Redis than it has, so that it shows who sets it anew. */
  private void shorten(String key) {
    assertThat(redis.redis().command("PEXPIRE", "test:c:" + key, "100000").number()).isOne();
  }

  private long left(String key) {
    return redis.redis().command("PTTL", "test:c:" + key).number();
  }

  /** Asserts that the entry ends in ten minutes by the clock of the cache, and in Redis later. */
  private void assertEnds(Cache<String, String> cache, String key, long marginMillis) {
    InstantSource present = cache.unwrap(CairnCache.class).clock();
    long before = present.millis();
    long left = left(key);
    long after = present.millis();
    long deadline = Envelope.expiresAtMillis(redis.redis().command("GET", "test:c:" + key).bytes());
    assertThat(deadline - after)
        .as(key)
        .isBetween(TEN_MINUTES_MILLIS - LATE_MILLIS, TEN_MINUTES_MILLIS + SKEW_MILLIS);
    assertThat(left)
        .as(key)
        .isBetween(
            deadline - after + marginMillis - SKEW_MILLIS,
            deadline - before + marginMillis + SKEW_MILLIS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
