package org.cairncache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One cache of several processes, and what others put in its place. */
final class SharedCacheTest {
  private final ProxiedRedis redis = new ProxiedRedis();
  private final OwnManager one = manager();
  private final OwnManager other = manager();

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
  void destroyCache_byOne_takesTheEntriesOfAll() {
    Cache<String, String> mine = one.cache("c");
    Cache<String, String> theirs = other.cache("c");
    other.cache("d").put("k", "of another cache");
    mine.put("k", "v");
    mine.put("long".repeat(100), "v");
    theirs.put("l", "w");

    one.destroy("c");

    assertThat(redis.redis().command("KEYS", "test:c:*").items()).isEmpty();
    assertThat(theirs.get("k")).isNull();
    assertThat(theirs).isEmpty();
    assertThat(theirs.putIfAbsent("k", "x")).isTrue();
    Cache<String, String> again = one.cache("c");
    assertThat(again.get("k")).isEqualTo("x");
    assertThat(other.existing("d")).hasSize(1);
  }

  @Test
  void open_withAnotherCodec_isRefusedUntilTheCacheIsDestroyed() {
    one.cache("c").put("k", "v");

    assertThatThrownBy(() -> other.cache("c", upperCase()))
        .isInstanceOf(CacheException.class)
        .hasMessageContainingAll("\"c\"", "codec java", "codec upper-case", "destroy");
    assertThat(one.existing("c").get("k")).isEqualTo("v");

    one.destroy("c");
    Cache<String, String> cache = other.cache("c", upperCase());
    cache.put("k", "v");
    assertThat(cache.get("k")).isEqualTo("V");
    assertThatThrownBy(() -> one.cache("c"))
        .isInstanceOf(CacheException.class)
        .hasMessageContainingAll("codec java", "codec upper-case");
  }

  @Test
  void entry_ofAnotherCodec_isAMiss() {
    one.cache("c").put("k", "v");
    other.cache("d", upperCase()).put("k", "v");
    byte[] theirs = redis.redis().command("GET", "test:d:k").bytes();
    redis.redis().command(utf8("SET"), utf8("test:c:k"), theirs);
    assertThat(one.existing("c").get("k")).isNull();
  }

  private static CairnConfiguration<String, String> upperCase() {
    Codec<String> codec =
        new Codec<>() {
          @Override
          public String id() {
            return "upper-case";
          }

          @Override
          public void encode(String value, OutputStream out) throws IOException {
            out.write(utf8(value.toUpperCase(Locale.ROOT)));
          }

          @Override
          public String decode(InputStream in) throws IOException {
            return new String(in.readAllBytes(), UTF_8);
          }
        };
    return CairnConfiguration.builder(String.class, String.class)
        .set(EncodedSettings.CODEC, CodecFactory.of(codec))
        .build();
  }

  @Test
  void bytesOfOthers_areAMissAndReplacedByTheNextWrite() {
    Cache<String, String> cache = one.cache("c");
    cache.put("real", "v");
    byte[] real = redis.redis().command("GET", "test:c:real").bytes();
    byte[] shorter = Arrays.copyOf(real, real.length - 1);
    for (byte[] bytes :
        List.of(utf8("text"), new byte[0], new byte[84], utf8("CRN"), shorter, real)) {
      for (int i = 0; i < 4; i++) {
        redis.redis().command(utf8("SET"), utf8("test:c:k" + i), bytes);
      }
      assertThat(cache.get("k0")).isNull();
      assertThat(cache.containsKey("k0")).isFalse();
      assertThat(cache.getAll(Set.of("k0", "real"))).containsExactly(Map.entry("real", "v"));
      assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("real");
      assertThat(cache.replace("k0", "x")).isFalse();
      assertThat(cache.putIfAbsent("k0", "x")).isTrue();
      assertThat(cache.getAndPut("k1", "x")).isNull();
      assertThat(cache.remove("k2")).isFalse();
      cache.put("k3", "x");
      assertThat(cache.getAll(Set.of("k0", "k1", "k2", "k3")))
          .isEqualTo(Map.of("k0", "x", "k1", "x", "k3", "x"));
      cache.removeAll(Set.of("k0", "k1", "k2", "k3"));
    }
  }

  @Test
  void typeOfOthers_isAMissToReadsAndRefusedToWhateverCompares() {
    Cache<String, String> cache = one.cache("c");
    cache.put("real", "v");
    redis.redis().command("HSET", "test:c:k", "field", "value");

    assertThat(cache.get("k")).isNull();
    assertThat(cache.containsKey("k")).isFalse();
    assertThat(cache.getAll(Set.of("k", "real"))).containsExactly(Map.entry("real", "v"));
    assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("real");
    for (Runnable write :
        List.<Runnable>of(
            () -> cache.putIfAbsent("k", "x"),
            () -> cache.replace("k", "x"),
            () -> cache.remove("k"),
            () -> cache.getAndPut("k", "x"),
            () ->
                cache.invoke(
                    "k",
                    (entry, none) -> {
                      entry.setValue("x");
                      return null;
                    }))) {
      assertThatThrownBy(write::run)
          .isInstanceOf(CacheException.class)
          .hasStackTraceContaining("WRONGTYPE")
          .satisfies(
              failure ->
                  assertThat(failure).hasStackTraceContaining(StoreException.class.getName()));
    }
    assertThat(redis.redis().command("HGET", "test:c:k", "field").text()).isEqualTo("value");

    cache.put("k", "x"); // whatever is there
    assertThat(cache.get("k")).isEqualTo("x");
  }

  @Test
  void typeOfOthersWhereAKeyWasShortened_isLeftOutOfAnIteration() {
    Cache<String, String> cache = one.cache("c");
    cache.put("real", "v");
    byte[] foreign = new RedisKeys("test", "c").of("x".repeat(300));
    redis.redis().command(utf8("HSET"), foreign, utf8("field"), utf8("value"));
    assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("real");
    cache.clear();
    assertThat(redis.redis().command(utf8("EXISTS"), foreign).number()).isZero();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
