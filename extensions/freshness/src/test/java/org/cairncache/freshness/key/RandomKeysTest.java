package org.cairncache.freshness.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairncache.freshness.key.Model.Color;
import org.cairncache.freshness.key.Model.Couple;
import org.cairncache.freshness.key.Model.Light;
import org.cairncache.freshness.key.Model.Pair;
import org.cairncache.freshness.key.Signature.Parameter;

/**
 * Different lists of arguments have different keys and equal ones have equal keys, however they are
 * put together.
 */
final class RandomKeysTest {
  private static final Map<String, Integer> TEMPLATES =
      Map.of(
          "{}",
          1,
          "{}:{}",
          2,
          "{#}",
          2,
          "a{}b{}c",
          2,
          "{}{}{}",
          3,
          "x:{a}b:a{b}%:{a}",
          2,
          "{}1{}",
          2);

  private static KeyRenderer renderer(String template, int parameters) {
    return KeyTemplate.parse(template)
        .bind(Signature.of("users", Collections.nCopies(parameters, Parameter.unknown())));
  }

  @Property(tries = 100)
  void render_lists_haveOneKeyIfTheyAreEqual(@ForAll("manyLists") List<List<Object>> lists) {
    TEMPLATES.forEach(
        (template, size) -> {
          KeyRenderer renderer = renderer(template, size);
          Map<String, Object> seen = new HashMap<>();
          Map<Object, String> keys = new HashMap<>();
          for (List<Object> list : lists) {
            Object[] arguments = list.subList(0, size).toArray();
            String key = renderer.render(arguments);
            Object model = Model.of(Arrays.asList(arguments));
            assertThat(seen.merge(key, model, (old, same) -> old)).as(key).isEqualTo(model);
            assertThat(keys.merge(model, key, (old, same) -> old)).isEqualTo(key);
            assertThat(renderer.render(list.subList(0, size).stream().map(Model::copy).toArray()))
                .isEqualTo(key);
          }
        });
  }

  @Property(tries = 500)
  void render_stringThatIsTheTextOfAnother_hasAnotherKey(@ForAll("values") Object value) {
    KeyRenderer renderer = renderer("k:{}", 1);
    String text = renderer.render(value).substring(2);
    if (!text.equals(value)) {
      assertThat(renderer.render(text)).isNotEqualTo("k:" + text);
      assertThat(renderer.render(List.of(text)))
          .isNotEqualTo(renderer.render(Collections.singletonList(value)));
    }
  }

  @Property(tries = 500)
  void render_anyArgument_isOneLineWithoutABareColon(@ForAll("values") Object value) {
    String text = renderer("k{}", 1).render(value).substring(1);
    assertThat(text).isNotEmpty().matches("[^:{}\\p{Cntrl}\\u0080-\\u009f]*");
    assertThat(renderer("{}", 1).render(value)).isEqualTo(text.startsWith("%") ? ":" + text : text);
  }

  @Provide
  Arbitrary<List<List<Object>>> manyLists() {
    return values().list().ofSize(3).list().ofSize(60);
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.lazyOf(
        this::strings,
        this::strings,
        RandomKeysTest::simple,
        RandomKeysTest::simple,
        this::composed);
  }

  private Arbitrary<Object> strings() {
    return Arbitraries.oneOf(
        Arbitraries.of(
                "a", "b", ":", "%", "(", ")", ",", "{", "}", "1", "L", "-", "%s(", "%list(", "true",
                "%null", "%3A", "3A", "\\", "\0", "\u0085", "\ud83d", "\ude00", "uD83D", "null",
                "é")
            .list()
            .ofMaxSize(3)
            .map(parts -> (Object) String.join("", parts)),
        Arbitraries.strings().ofMaxLength(4).map(text -> text));
  }

  private static Arbitrary<Object> simple() {
    return Arbitraries.of(
        Arrays.asList(
            null,
            0,
            1,
            -1,
            0L,
            1L,
            -1L,
            (byte) 1,
            (short) 1,
            '1',
            'a',
            ',',
            '\ud83d',
            true,
            false,
            0.0,
            -0.0,
            1.0,
            Double.NaN,
            Double.MIN_VALUE,
            0.0f,
            -0.0f,
            1.0f,
            Float.NaN,
            BigInteger.ONE,
            BigDecimal.ONE,
            new BigDecimal("1.0"),
            new BigDecimal("1E+1"),
            new BigDecimal("10"),
            new UUID(0, 1),
            new UUID(1, 0),
            Color.RED,
            Color.BLUE,
            Light.RED,
            Instant.EPOCH,
            LocalDate.EPOCH,
            LocalTime.MIDNIGHT,
            Duration.ZERO,
            Period.ZERO,
            Period.ofMonths(12),
            Period.ofYears(1),
            Duration.ofMillis(-1),
            Duration.ofNanos(-1),
            ZoneId.of("UTC"),
            ZoneOffset.UTC,
            ZoneId.of("GMT"),
            Locale.ROOT,
            Locale.GERMAN,
            Locale.GERMANY,
            Locale.forLanguageTag("de-DE-u-co-phonebk")));
  }

  private Arbitrary<Object> composed() {
    Arbitrary<List<Object>> parts = values().list().ofMaxSize(3);
    return Arbitraries.oneOf(
        parts.map(each -> each),
        parts.map(HashSet::new),
        parts.map(RandomKeysTest::mapOf),
        parts.map(List::toArray),
        parts.map(each -> new Pair(each, each.size())),
        values().tuple2().map(two -> new Pair(two.get1(), two.get2())),
        values().tuple2().map(two -> new Couple(two.get1(), two.get2())),
        values().map(Optional::ofNullable),
        Arbitraries.integers().between(0, 11).list().ofMaxSize(2).map(RandomKeysTest::ints),
        Arbitraries.chars().list().ofMaxSize(2).map(RandomKeysTest::chars),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(2).map(each -> each),
        Arbitraries.of(1.0, -0.0, 0.0).array(double[].class).ofMaxSize(2).map(each -> each));
  }

  private static Object mapOf(List<Object> parts) {
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      map.put(parts.get(i), parts.get((i + 1) % parts.size()));
    }
    return map;
  }

  private static Object ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Object chars(List<Character> list) {
    char[] chars = new char[list.size()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = list.get(i);
    }
    return chars;
  }
}
