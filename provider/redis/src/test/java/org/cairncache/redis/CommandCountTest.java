package org.cairncache.redis;

import static java.util.Collections.nCopies;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.proxy.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operation of a cache sends to Redis, counted on the wire. */
final class CommandCountTest {
  private static final int MANY = 50;

  private final ProxiedRedis redis = new ProxiedRedis();
  private final AtomicLong aheadMillis = new AtomicLong();
  private final InstantSource clock =
      () -> InstantSource.system().instant().plusMillis(aheadMillis.get());
  private final OwnManager manager =
      new OwnManager(redis.uri()).with("cairn.command-timeout", "5 s");

  @AfterEach
  void close() {
    manager.close();
    redis.close();
  }

  @Test
  void get_sendsOneGet() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertSent(() -> assertThat(cache.get("k")).isEqualTo("v"), "GET");
    assertSent(() -> assertThat(cache.get("absent")).isNull(), "GET");
    assertSent(() -> assertThat(cache.containsKey("k")).isTrue(), "GET");
  }

  @Test
  void put_sendsOneSet() {
    Cache<String, String> cache = manager.cache("c");
    assertSent(() -> cache.put("k", "v"), "SET");
    assertSent(() -> cache.put("k", "w"), "SET");
  }

  @Test
  void put_thatKeepsTheDeadline_sendsOneScript() {
    Cache<String, String> cache =
        manager.cache("c", expiring(CreatedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    byte[] key = onlyEntry();
    redis.redis().command(bytes("PEXPIRE"), key, bytes("123456"));

    assertSent(() -> cache.put("k", "w"), "EVALSHA");

    assertThat(redis.redis().command(bytes("PTTL"), key).number()).isBetween(60_000L, 123_456L);
    assertThat(cache.get("k")).isEqualTo("w");
  }

  @Test
  void get_underAccessedExpiry_movesTheDeadlineOnceInATick() {
    Cache<String, String> cache =
        manager
            .with("cairn.clock", clock)
            .cache("c", expiring(AccessedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    cache.get("k");
    assertSent(() -> cache.get("k"), "GET");
    aheadMillis.set(31_000); // a twentieth of the duration is the tick
    assertSent(() -> cache.get("k"), "GET", "EVALSHA");
    assertSent(() -> cache.get("k"), "GET");
  }

  @Test
  void getAll_sendsOneMget() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(many());
    assertSent(() -> assertThat(cache.getAll(many().keySet())).isEqualTo(many()), "MGET");
  }

  @Test
  void putAll_forEver_sendsOneMset() {
    Cache<String, String> cache = manager.cache("c");
    assertSent(() -> cache.putAll(many()), "MSET");
    assertThat(cache.getAll(many().keySet())).isEqualTo(many());
  }

  @Test
  void putAll_someTooLongToGoTogether_sendsThoseAlone() {
    Cache<String, String> cache = manager.cache("c");
    Map<String, String> entries = Map.of("a", "1", "b", "x".repeat(10_000), "c", "3");
    assertSent(() -> cache.putAll(entries), "SET", "MSET");
    assertThat(cache.getAll(entries.keySet())).isEqualTo(entries);
  }

  @Test
  void putAll_withADeadline_sendsAllBeforeTheFirstAnswer() {
    Cache<String, String> cache =
        manager.cache("c", expiring(ModifiedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    redis.proxy().resetCounters();
    redis.proxy().stall(Direction.REPLIES);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<Void> put = CompletableFuture.runAsync(() -> cache.putAll(many()), other);
      await().until(() -> redis.proxy().count() >= MANY);
      assertThat(put).isNotDone();
      redis.proxy().resume();
      put.join();
    } finally {
      other.shutdown();
    }
    assertThat(redis.proxy().commands()).isEqualTo(nCopies(MANY, "SET"));
  }

  @Test
  void conditionalOperations_sendGetAndOneScript() {
    Cache<String, String> cache = manager.cache("c");
    assertSent(() -> assertThat(cache.putIfAbsent("k", "v")).isTrue(), "GET", "EVALSHA");
    assertSent(() -> assertThat(cache.putIfAbsent("k", "w")).isFalse(), "GET");
    assertSent(() -> assertThat(cache.replace("k", "v", "w")).isTrue(), "GET", "EVALSHA");
    assertSent(() -> assertThat(cache.replace("k", "v", "x")).isFalse(), "GET");
    assertSent(() -> assertThat(cache.remove("k", "w")).isTrue(), "GET", "EVALSHA");
  }

  @Test
  void invoke_sendsGetAndOneScript() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertSent(
        () ->
            cache.invoke(
                "k",
                (entry, arguments) -> {
                  entry.setValue("w");
                  return null;
                }),
        "GET",
        "EVALSHA");
  }

  @Test
  void clear_scansAndUnlinks() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(many());
    redis.proxy().resetCounters();
    cache.clear();
    assertThat(redis.proxy().commands())
        .contains("SCAN", "UNLINK")
        .containsOnly("SCAN", "UNLINK", "GET") // the last reads what the cache was written with
        .hasSizeLessThan(6);
    assertThat(cache.iterator()).isExhausted();
  }

  @Test
  void script_unknownToTheServer_isSentOnce() {
    Cache<String, String> cache = manager.cache("c");
    redis.redis().command("SCRIPT", "FLUSH");
    assertSent(() -> assertThat(cache.putIfAbsent("a", "v")).isTrue(), "GET", "EVALSHA", "EVAL");
    assertSent(() -> assertThat(cache.putIfAbsent("b", "v")).isTrue(), "GET", "EVALSHA");
  }

  private void assertSent(Runnable operation, String... commands) {
    redis.proxy().resetCounters();
    operation.run();
    assertThat(redis.proxy().commands()).containsExactly(commands);
  }

  private byte[] onlyEntry() {
    List<byte[]> keys =
        redis.redis().command("KEYS", "test:c:*").items().stream()
            .map(reply -> reply.bytes())
            .filter(key -> !new RedisKeys("test", "c").isReserved(key))
            .toList();
    assertThat(keys).hasSize(1);
    return keys.get(0);
  }

  private static MutableConfiguration<String, String> expiring(
      Factory<? extends ExpiryPolicy> policy) {
    return new MutableConfiguration<String, String>()
        .setTypes(String.class, String.class)
        .setExpiryPolicyFactory(policy);
  }

  private static Map<String, String> many() {
    return IntStream.range(0, MANY)
        .mapToObj(Integer::toString)
        .collect(toMap(Function.identity(), Function.identity()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
