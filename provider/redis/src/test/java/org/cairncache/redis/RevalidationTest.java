package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.cairncache.CairnCache;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store.Subscription;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Tier;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What whoever watches one entry of a cache asks of Redis, and what he hears. */
final class RevalidationTest {
  private static final String SENT = "total_net_output_bytes:";
  private static final String LONG = "x".repeat(100_000);
  private static final long FAR_MILLIS =
      System.currentTimeMillis() + Duration.ofDays(100).toMillis();

  private final ProxiedRedis redis = new ProxiedRedis();
  private final OwnManager one = manager();
  private final OwnManager other = manager();
  private final Heard heard = new Heard();

  private OwnManager manager() {
    return new OwnManager(redis.uri()).with("cairn.command-timeout", "5 s");
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    redis.close();
  }

  @Test
  void unchanged_isOneRequestWithoutTheValue() {
    CairnCache<String, String> cache = cache(one);
    Stored<String> known = put(cache, LONG);
    long before = sent();
    for (int i = 0; i < 10; i++) {
      assertThat(revalidate(cache, known, "GETRANGE")).isSameAs(known);
    }
    assertThat(sent() - before).isLessThan(10_000); // the answer to INFO is in it
  }

  @Test
  void absent_isOneRequest() {
    CairnCache<String, String> cache = cache(one);
    Stored<String> known = put(cache, "v");
    cache.remove("k");
    assertThat(revalidate(cache, known, "GETRANGE")).isNull();
  }

  @Test
  void another_isOneRequestMore() {
    CairnCache<String, String> cache = cache(one);
    Stored<String> known = put(cache, LONG);
    cache(other).put("k", LONG);
    long before = sent();
    Stored<String> found = revalidate(cache, known, "GETRANGE", "GET");
    assertThat(found.value()).isEqualTo(LONG);
    assertThat(found.isSameEntry(known)).isFalse();
    assertThat(sent() - before).isGreaterThan(LONG.length());
    assertThat(revalidate(cache, found, "GETRANGE")).isSameAs(found);
  }

  @Test
  void deadlineMoved_isSeenByOneRequestMore() {
    CairnCache<String, String> cache = cache(one);
    Stored<String> known = put(cache, "v");
    try (RedisProcess process = new RedisProcess(redis.uri())) {
      process.open().touch("k", known, FAR_MILLIS + 1);
    }
    Stored<String> found = revalidate(cache, known, "GETRANGE", "GET");
    assertThat(found.isSameEntry(known)).isTrue();
    assertThat(found.expiresAtMillis()).isEqualTo(FAR_MILLIS + 1);
    assertThat(revalidate(cache, found, "GETRANGE")).isSameAs(found);
  }

  @Test
  void chain_asksTheLastLevelWhateverIsNear() {
    CairnCache<String, String> chain = chain(one);
    Stored<String> put = put(chain, LONG);
    Stored<String> near = chain.findStored("k");
    assertThat(revalidate(chain, put, "GETRANGE")).isSameAs(put);
    assertThat(revalidate(chain, near, "GETRANGE")).isSameAs(near);

    cache(other).put("k", "w");
    Stored<String> found = revalidate(chain, near, "GETRANGE", "GET");
    assertThat(found.value()).isEqualTo("w");
    assertThat(chain.get("k")).isEqualTo("w");
    cache(other).remove("k");
    assertThat(revalidate(chain, found, "GETRANGE")).isNull();
  }

  @Test
  void notice_ofAnotherManagersPut_isHeardUntilTheEnd() {
    assertHeardUntilTheEnd(cache(one));
  }

  @Test
  void notice_throughAChain_isHeardWhenTheNearLevelHasDroppedTheEntry() {
    CairnCache<String, String> chain = chain(one);
    assertHeardUntilTheEnd(chain);
    heard.forget();

    chain.put("k", "v");
    chain.onInvalidation(heard);
    cache(other).put("k", "w");
    heard.await("k");
    assertThat(chain.get("k")).isEqualTo("w");
  }

  @Test
  void cache_closed_tellsNoMoreAndCostsRedisNothing() {
    CairnCache<String, String> cache = cache(one);
    Subscription subscription = cache.onInvalidation(heard);
    assertThat(TrackingClients.of(redis.redis())).isOne();
    cache.close();
    await().until(() -> TrackingClients.of(redis.redis()) == 0);
    cache(other).put("k", "v");
    subscription.close();
    assertThat(heard.told()).isEmpty();
  }

  private void assertHeardUntilTheEnd(CairnCache<String, String> cache) {
    CairnCache<String, String> theirs = cache(other);
    Subscription subscription = cache.onInvalidation(heard);
    theirs.put("k", "v");
    heard.await("k");
    heard.forget();

    subscription.close();
    Heard second = new Heard();
    cache.onInvalidation(second);
    theirs.put("l", "v");
    second.await("l");
    assertThat(heard.told()).isEmpty();
  }

  private CairnCache<String, String> cache(OwnManager manager) {
    return manager.existing("c") == null
        ? unwrap(manager.cache("c"))
        : unwrap(manager.existing("c"));
  }

  private CairnCache<String, String> chain(OwnManager manager) {
    Tier near = Tier.of(URI.create("memory:near")).ttl(Duration.ofMinutes(5));
    return unwrap(
        manager.cache(
            "c",
            CairnConfiguration.builder(String.class, String.class)
                .tiers(near, Tier.of(redis.uri()))
                .build()));
  }

  @SuppressWarnings("unchecked") // all caches here are of texts
  private static CairnCache<String, String> unwrap(javax.cache.Cache<String, String> cache) {
    return cache.unwrap(CairnCache.class);
  }

  private static Stored<String> put(CairnCache<String, String> cache, String value) {
    return cache.compareAndSet("k", null, value, Lifetime.until(FAR_MILLIS), Attributes.NONE);
  }

  private Stored<String> revalidate(
      CairnCache<String, String> cache, Stored<String> known, String... commands) {
    redis.proxy().resetCounters();
    Stored<String> found = cache.revalidate("k", known);
    assertThat(redis.proxy().commands()).containsExactly(commands);
    return found;
  }

  /** How many bytes Redis has sent to anybody. */
  private long sent() {
    return redis
        .redis()
        .command("INFO", "stats")
        .text()
        .lines()
        .filter(line -> line.startsWith(SENT))
        .mapToLong(line -> Long.parseLong(line.substring(SENT.length()).trim()))
        .findFirst()
        .orElseThrow();
  }
}
