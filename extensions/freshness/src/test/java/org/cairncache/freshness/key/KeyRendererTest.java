package org.cairncache.freshness.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.net.UnixDomainPrincipal;
import org.cairncache.freshness.key.Signature.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How arguments are written. The texts are in stores, so they never change. */
final class KeyRendererTest {
  private static final String HERE = "org.cairncache.freshness.key.KeyRendererTest$";
  private static final KeyRenderer ONE = renderer("k:{}", 1);

  record Point(int x, Object y) {}

  record Masked(String secret) {
    @Override
    public String secret() {
      return "***";
    }
  }

  enum Body {
    ONE {
      @Override
      public String toString() {
        return "other";
      }
    }
  }

  private static KeyRenderer renderer(String template, int parameters) {
    return KeyTemplate.parse(template)
        .bind(Signature.of("users", Collections.nCopies(parameters, Parameter.unknown())));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("abc", "abc"),
        arguments("a b(c),d", "a b(c),d"),
        arguments("a:{b}%", "a%3A%7Bb%7D%25"),
        arguments("\0\n\u007f\u0085", "%00%0A%7F%85"),
        arguments("\ud800a\udc00", "%uD800a%uDC00"),
        arguments("\udc00\ud800", "%uDC00%uD800"),
        arguments("ü漢😀", "ü漢😀"),
        arguments("", "%s()"),
        arguments("42", "%s(42)"),
        arguments("-42", "%s(-42)"),
        arguments("42L", "%s(42L)"),
        arguments("007", "%s(007)"),
        arguments("true", "%s(true)"),
        arguments("false", "%s(false)"),
        arguments("null", "null"),
        arguments("4.2", "4.2"),
        arguments("True", "True"),
        arguments("L", "L"),
        arguments("42x", "42x"),
        arguments(42, "42"),
        arguments(Integer.MIN_VALUE, "-2147483648"),
        arguments(42L, "42L"),
        arguments(Long.MIN_VALUE, "-9223372036854775808L"),
        arguments(true, "true"),
        arguments(null, "%null"),
        arguments((byte) 1, "%byte(1)"),
        arguments((short) 1, "%short(1)"),
        arguments('a', "%char(a)"),
        arguments(')', "%char(%29)"),
        arguments('\ud800', "%char(%uD800)"),
        arguments(1.5, "%double(0x1.8p0)"),
        arguments(0.0, "%double(0x0.0p0)"),
        arguments(-0.0, "%double(-0x0.0p0)"),
        arguments(Double.NaN, "%double(NaN)"),
        arguments(1.5f, "%float(0x1.8p0)"),
        arguments(new BigInteger("1"), "%bigint(1)"),
        arguments(new BigDecimal("1.0"), "%decimal(1.0)"),
        arguments(new BigDecimal("1.00"), "%decimal(1.00)"),
        arguments(new UUID(0, 1), "%uuid(00000000-0000-0000-0000-000000000001)"),
        arguments(Instant.EPOCH, "%instant(1970-01-01T00%3A00%3A00Z)"),
        arguments(Duration.ofSeconds(90), "%duration(PT1M30S)"),
        arguments(ZoneOffset.UTC, "%zone(Z)"),
        arguments(ZoneId.of("Europe/Berlin"), "%zone(Europe/Berlin)"),
        arguments(Date.from(Instant.ofEpochMilli(5)), "%date(5)"),
        arguments(Currency.getInstance("EUR"), "%currency(EUR)"),
        arguments(Locale.GERMANY, "%locale(de,%s(),DE,%s())"),
        arguments(DayOfWeek.MONDAY, "%enum(java.time.DayOfWeek,MONDAY)"),
        arguments(Body.ONE, "%enum(" + HERE + "Body,ONE)"),
        arguments(new Point(1, "a,b"), "%record(" + HERE + "Point,1,a%2Cb)"),
        arguments(new Masked("s"), "%record(" + HERE + "Masked,s)"),
        arguments(
            new Point(1, new Point(2, null)),
            "%record(" + HERE + "Point,1,%record(" + HERE + "Point,2,%null))"),
        arguments(List.of(), "%list()"),
        arguments(List.of(""), "%list(%s())"),
        arguments(List.of("a", "b"), "%list(a,b)"),
        arguments(List.of("a,b"), "%list(a%2Cb)"),
        arguments(List.of("f(x)"), "%list(f%28x%29)"),
        arguments(List.of(List.of("a"), "b"), "%list(%list(a),b)"),
        arguments(Arrays.asList(null, 1L), "%list(%null,1L)"),
        arguments(new LinkedHashSet<>(List.of("b", "a", 1)), "%set(1,a,b)"),
        arguments(new TreeMap<>(Map.of("b", 1, "a", 2)), "%map(a,2,b,1)"),
        arguments(Map.entry("a", 1), "%entry(a,1)"),
        arguments(Optional.empty(), "%optional()"),
        arguments(Optional.of("a"), "%optional(a)"),
        arguments(new String[] {"a", null}, "%array(a,%null)"),
        arguments(new int[] {1, 2}, "%int[](1,2)"),
        arguments(new char[] {'a', ',', '\ud83d', '\ude00'}, "%char[](a,%2C,%uD83D,%uDE00)"),
        arguments(new byte[] {1, -1}, "%byte[](01ff)"),
        arguments(new double[] {1}, "%double[](0x1.0p0)"),
        arguments(new boolean[] {true}, "%boolean[](true)"),
        arguments(new long[0], "%long[]()"),
        arguments(new int[][] {{1}, {}}, "%array(%int[](1),%int[]())"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void render_argument_isItsText(Object argument, String text) {
    assertThat(ONE.render(argument)).isEqualTo("k:" + text);
    assertThat(ONE.render(new Object[] {argument})).isEqualTo("k:" + text);
    assertThat(renderer("k:{}:{}!", 2).render(argument, argument))
        .isEqualTo("k:" + text + ":" + text + "!");
  }

  static Stream<Arguments> equals() {
    return Stream.of(
        arguments(List.of(1, 2), new ArrayList<>(List.of(1, 2))),
        arguments(new LinkedHashSet<>(List.of(1, 2)), new LinkedHashSet<>(List.of(2, 1))),
        arguments(Double.NaN, Double.longBitsToDouble(0x7ff8000000000001L)),
        arguments(new Object[] {"a"}, new String[] {"a"}),
        arguments(Locale.forLanguageTag("de-u-ca-gregory"), locale("gregory")),
        arguments(EnumMaps.both(), new LinkedHashMap<>(EnumMaps.both())));
  }

  private static Locale locale(String calendar) {
    return new Locale.Builder().setLanguage("de").setUnicodeLocaleKeyword("ca", calendar).build();
  }

  @ParameterizedTest
  @MethodSource("equals")
  void render_equalArguments_isEqual(Object one, Object other) {
    assertThat(ONE.render(one)).isEqualTo(ONE.render(other));
  }

  @Test
  void render_localesThatDifferInAnExtension_differs() {
    assertThat(ONE.render(locale("gregory"))).isNotEqualTo(ONE.render(locale("buddhist")));
  }

  @Test
  void render_nullArray_isOneNull() {
    assertThat(ONE.render((Object[]) null)).isEqualTo("k:%null");
  }

  static Stream<Object> withoutText() {
    return Stream.of(
        new Object(),
        new StringJoiner(","),
        InputStream.nullInputStream(),
        new ArrayDeque<>(),
        Thread.currentThread(),
        String.class,
        new BigDecimal("1") {},
        Map.of("a", 1).values(),
        (Runnable) () -> {});
  }

  @ParameterizedTest
  @MethodSource("withoutText")
  void render_valueWithoutText_namesItsClass(Object value) {
    for (Object argument : new Object[] {value, List.of(value), new Point(1, value)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ONE.render(argument))
          .withMessageStartingWith(value.getClass().getName() + " has no text")
          .withMessageContaining("property path")
          .withMessageContaining("record");
    }
  }

  @Test
  void render_recordOfAModuleThatIsClosed_saysWhatToOpen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.render(new UnixDomainPrincipal(() -> "user", () -> "group")))
        .withMessageStartingWith("jdk.net.UnixDomainPrincipal has no text")
        .withMessageContaining("open");
  }

  @Test
  void render_listThatHoldsItself_isRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.render(list))
        .withMessageContaining("levels");
  }

  @Test
  void render_wrongNumberOfArguments_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.render())
        .withMessage("users takes 1 argument, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.render(1, 2))
        .withMessage("users takes 1 argument, not 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> renderer("{}:{}", 2).render(1))
        .withMessage("users takes 2 arguments, not 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> renderer("flags", 0).render((Object) null))
        .withMessage("users takes 0 arguments, not 1");
  }

  @Test
  void render_longKey_isWhole() {
    String text = "x".repeat(100_000);
    assertThat(ONE.render(text)).isEqualTo("k:" + text);
  }

  /** Maps of one content and several orders. */
  private static final class EnumMaps {
    static Map<Object, Object> both() {
      return new HashMap<>(Map.of(TimeUnit.DAYS, Set.of(1, 2), TimeUnit.HOURS, List.of(), "x", 1));
    }
  }
}
