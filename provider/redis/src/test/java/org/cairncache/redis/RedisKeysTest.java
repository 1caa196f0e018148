package org.cairncache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairncache.spi.encoded.EncodedStore;
import org.cairncache.testkit.redis.Redis;
import org.cairncache.testkit.redis.Reply;

/** No key, prefix or cache name, whatever is in it, leads to what belongs to others. */
final class RedisKeysTest {
  private static final char[] SPECIAL = "ab:{}%*?[]^-\\~\"\0\n é".toCharArray();

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars(SPECIAL).ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        names(),
        Arbitraries.strings().withChars(SPECIAL).ofMinLength(60).ofMaxLength(300),
        names().map(text -> "{".repeat(300) + text),
        names().map(text -> EncodedStore.HEADER_KEY + text),
        names().map(text -> EncodedStore.LEASE_PREFIX + text));
  }

  @Example
  void of_key_isPrefixCacheAndKey() {
    RedisKeys keys = new RedisKeys("shop", "users");
    assertThat(text(keys.of("42"))).isEqualTo("shop:users:42");
    assertThat(text(keys.of("a:b"))).isEqualTo("shop:users:a:b");
    assertThat(text(keys.of("{a}%"))).isEqualTo("shop:users:%7Ba%7D%25");
    assertThat(text(new RedisKeys("a:{b}", "c:%").of("k"))).isEqualTo("a%3A%7Bb%7D:c%3A%25:k");
  }

  @Example
  void of_longKey_isItsBeginningAndItsHash() {
    RedisKeys keys = new RedisKeys("shop", "users");
    String longest = "k".repeat(RedisKeys.LONGEST);
    assertThat(text(keys.of(longest))).isEqualTo("shop:users:" + longest);
    assertThat(text(keys.of(longest + "k")))
        .startsWith("shop:users:" + "k".repeat(64) + "%~")
        .hasSize("shop:users:".length() + 64 + 2 + 64);
    assertThat(keys.textOf(keys.of(longest + "k"))).isNull();
  }

  @Property
  void textOf_whatOfMade_isTheTextOrUnknown(
      @ForAll("names") String prefix, @ForAll("names") String cache, @ForAll("texts") String text) {
    RedisKeys keys = new RedisKeys(prefix, cache);
    byte[] key = keys.of(text);
    assertThat(keys.textOf(key)).isIn(text, null);
    if (text.length() <= RedisKeys.LONGEST / 3) {
      assertThat(keys.textOf(key)).isEqualTo(text);
    }
    assertThat(text(key)).doesNotContain("{", "}");
    assertThat(keys.isReserved(key)).isEqualTo(text.startsWith(EncodedStore.HEADER_KEY));
  }

  @Property
  void of_differentTexts_areDifferentKeys(
      @ForAll("texts") String text, @ForAll("texts") String otherText) {
    RedisKeys keys = new RedisKeys("shop", "users");
    assertThat(Arrays.equals(keys.of(text), keys.of(otherText))).isEqualTo(text.equals(otherText));
  }

  @Property
  void of_differentEntries_areDifferentKeys(
      @ForAll("names") String prefix,
      @ForAll("names") String cache,
      @ForAll("texts") String text,
      @ForAll("names") String otherPrefix,
      @ForAll("names") String otherCache,
      @ForAll("texts") String otherText) {
    List<String> one = List.of(prefix, cache, text);
    List<String> other = List.of(otherPrefix, otherCache, otherText);
    String key = text(new RedisKeys(prefix, cache).of(text));
    String otherKey = text(new RedisKeys(otherPrefix, otherCache).of(otherText));
    assertThat(key.equals(otherKey)).isEqualTo(one.equals(other));
  }

  /** Asks Redis itself, whose patterns have rules of their own. */
  @Property(tries = 150)
  void pattern_matchesTheKeysOfItsCacheAlone(
      @ForAll("names") String prefix,
      @ForAll("names") String cache,
      @ForAll("names") String otherPrefix,
      @ForAll("names") String otherCache,
      @ForAll("texts") String text) {
    Set<List<String>> places =
        new HashSet<>(
            List.of(
                List.of(prefix, cache),
                List.of(prefix, otherCache),
                List.of(otherPrefix, cache),
                List.of(otherPrefix, otherCache)));
    Redis redis = Redis.shared();
    redis.flushAll();
    for (List<String> place : places) {
      RedisKeys keys = new RedisKeys(place.get(0), place.get(1));
      redis.command(
          utf8("MSET"),
          keys.of(text),
          utf8("v"),
          keys.of(EncodedStore.HEADER_KEY),
          utf8("v"),
          keys.of(EncodedStore.LEASE_PREFIX + text),
          utf8("v"));
    }
    for (List<String> place : places) {
      RedisKeys keys = new RedisKeys(place.get(0), place.get(1));
      Set<String> mine = new HashSet<>();
      for (String each : List.of(text, EncodedStore.HEADER_KEY, EncodedStore.LEASE_PREFIX + text)) {
        mine.add(text(keys.of(each)));
      }
      assertThat(matching(redis, keys.pattern())).isEqualTo(mine);
    }
  }

  private static Set<String> matching(Redis redis, byte[] pattern) {
    List<Reply> page =
        redis
            .command(utf8("SCAN"), utf8("0"), utf8("MATCH"), pattern, utf8("COUNT"), utf8("1000"))
            .items();
    assertThat(page.get(0).text()).isEqualTo("0");
    return Set.copyOf(page.get(1).texts());
  }

  private static String text(byte[] key) {
    return new String(key, UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
