package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.cache.CacheException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecContext.Purpose;
import org.cairncache.spi.CodecFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTextTest {
  private static final ClassLoader LOADER = KeyTextTest.class.getClassLoader();
  private static final AllowList ALLOWED =
      AllowList.of(List.of("org.cairncache.spi.encoded.*"), List.of());
  static final KeyText<Object> KEYS = new KeyText<>(codec(), ALLOWED, LOADER);

  private static Codec<Object> codec() {
    return CodecFactories.find("java", LOADER)
        .orElseThrow()
        .create(new CodecContext<>("c", Object.class, LOADER, ALLOWED, 1 << 20, Purpose.KEYS));
  }

  record Pair(Object left, Object right) implements Serializable {}

  /** Tells of something else than it compares. */
  record Shouting(String text) {
    @Override
    public String text() {
      return text.toUpperCase(Locale.ROOT);
    }
  }

  record Positive(int number) {
    Positive {
      if (number < 1) {
        throw new IllegalArgumentException();
      }
    }
  }

  /** Without a form, so by the codec. */
  static final class Serialized implements Serializable {
    private static final long serialVersionUID = 1;

    private final Object left;
    private final Object right;

    Serialized(Object left, Object right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Serialized that
          && Objects.equals(left, that.left)
          && Objects.equals(right, that.right);
    }

    @Override
    public int hashCode() {
      return Objects.hash(left, right);
    }
  }

  @Provide
  Arbitrary<Object> keys() {
    return Arbitraries.lazyOf(
        this::simple, this::simple, () -> composed(keys()), () -> composed(simple()));
  }

  @Provide
  Arbitrary<Object> simple() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(5).map(text -> text),
        Arbitraries.strings().withChars("~:0123456789listmap\0\ud800\udc00é").ofMaxLength(12),
        Arbitraries.of(true, false),
        Arbitraries.bytes(),
        Arbitraries.chars().map(unit -> unit),
        Arbitraries.integers(),
        Arbitraries.longs(),
        Arbitraries.doubles(),
        Arbitraries.floats(),
        Arbitraries.bigDecimals().between(new BigDecimal("-1E9"), new BigDecimal("1E9")),
        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)),
        Arbitraries.create(UUID::randomUUID),
        Arbitraries.of(DayOfWeek.values()),
        Arbitraries.of(special().filter(key -> !KEYS.of(key).startsWith("~key:")).toList()),
        Arbitraries.longs()
            .between(-31_557_014_167_219_200L, 31_556_889_864_403_199L)
            .map(Instant::ofEpochSecond),
        Arbitraries.longs().map(Duration::ofMillis));
  }

  private static Arbitrary<Object> composed(Arbitrary<Object> parts) {
    return Arbitraries.oneOf(
        parts.list().ofMaxSize(3).map(list -> list),
        parts.set().ofMaxSize(3).map(set -> set),
        Arbitraries.maps(parts, parts).ofMaxSize(3).map(map -> map),
        parts.optional().map(optional -> optional),
        parts.tuple2().map(two -> new Pair(two.get1(), two.get2())),
        parts.tuple2().map(two -> new SimpleEntry<>(two.get1(), two.get2())));
  }

  static Stream<Object> special() {
    return Stream.of(
        "",
        "~",
        "~list:",
        "~null:",
        "\ud800",
        "a\udc00",
        "\0",
        "..",
        "x".repeat(10_240),
        0.0,
        -0.0,
        Double.NaN,
        Double.MIN_VALUE,
        2.0E-3,
        1.0E23,
        Float.NaN,
        -0.0f,
        Float.MAX_VALUE,
        new BigDecimal("1.0"),
        new BigDecimal("1.00"),
        new BigDecimal("1E+2147483647"),
        BigInteger.TWO.pow(12_000),
        BigInteger.TWO.pow(100_000).negate(),
        new BigDecimal(BigInteger.TEN.pow(5_000), -3),
        'c',
        '\ud800',
        Instant.MIN,
        Instant.MAX,
        LocalDateTime.MIN,
        LocalDateTime.MAX,
        OffsetDateTime.MIN,
        OffsetDateTime.MAX,
        OffsetTime.MIN,
        OffsetTime.MAX,
        Year.of(Year.MAX_VALUE),
        Year.of(-5),
        YearMonth.of(12_345, 1),
        YearMonth.of(-1, 12),
        YearMonth.of(Year.MIN_VALUE, 1),
        MonthDay.of(2, 29),
        Duration.ofSeconds(Long.MIN_VALUE),
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
        Duration.ofSeconds(-1, 500_000_000),
        Duration.ofSeconds(Long.MIN_VALUE, 1),
        Period.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1),
        Period.ZERO,
        ZoneId.of("Europe/Paris"),
        ZoneId.of("UTC+01:00"),
        ZoneOffset.UTC,
        ZoneOffset.MAX,
        ZonedDateTime.of(2021, 10, 31, 2, 30, 0, 0, ZoneId.of("Europe/Paris")),
        ZonedDateTime.of(2021, 10, 31, 2, 30, 0, 0, ZoneId.of("Europe/Paris"))
            .withLaterOffsetAtOverlap(),
        ZonedDateTime.of(LocalDateTime.MAX, ZoneOffset.UTC),
        ZonedDateTime.of(LocalDateTime.MIN, ZoneOffset.MAX),
        URI.create("HTTP://u%c3@Host:080/a%2fb?q#f"),
        URI.create("mailto:A@b"),
        URI.create(""),
        URI.create("file:////x"),
        URI.create("//auth_x:y/p"),
        URI.create("http://[FE80::1]:/"),
        TimeUnit.DAYS,
        Locale.FRANCE,
        new java.util.Date(1),
        new java.sql.Timestamp(1),
        List.of(),
        Set.of(),
        Map.of(),
        Optional.empty(),
        Optional.of("x"),
        new Pair(null, null),
        new Shouting("a"),
        new Shouting("A"),
        new Positive(1),
        new Serialized(1, "a"),
        new Pair(new Serialized(null, 1000), 1),
        new Pair(Locale.ROOT, 1),
        Map.entry("a", "b"),
        Map.of(Map.of(1, 2), Set.of(List.of("~"), "~list:1:~")));
  }

  @Property(tries = 300, seed = "1")
  void parse_theTextOfAKey_isThatKey(@ForAll("keys") Object key) throws IOException {
    assertThat(KEYS.parse(KEYS.of(key))).isEqualTo(key);
  }

  @Property(tries = 100, seed = "2")
  void of_twoKeys_isOneTextIfTheyAreEqual(@ForAll("keys") Object one, @ForAll("keys") Object two) {
    assertThat(KEYS.of(one).equals(KEYS.of(two))).isEqualTo(one.equals(two));
  }

  @Property(tries = 200, seed = "3")
  void of_equalKeysOfOtherObjects_isOneText(@ForAll("keys") Object key) throws IOException {
    assertThat(KEYS.of(KEYS.parse(KEYS.of(key)))).isEqualTo(KEYS.of(key));
    assertThat(KEYS.of(new Pair(key, key)))
        .isEqualTo(KEYS.of(new Pair(KEYS.parse(KEYS.of(key)), KEYS.parse(KEYS.of(key)))));
  }

  @ParameterizedTest
  @MethodSource("special")
  void special_key_isReadBackAndNoOther(Object key) throws IOException {
    assertThat(KEYS.parse(KEYS.of(key))).isEqualTo(key);
    assertThat(special().filter(other -> KEYS.of(other).equals(KEYS.of(key))))
        .allMatch(other -> other.equals(key));
  }

  private static Stream<List<Object>> equals() {
    return Stream.of(
        List.of(List.of(1, 2), new LinkedList<>(Arrays.asList(1, 2))),
        List.of(new TreeSet<>(Set.of("a", "b")), new LinkedHashSet<>(List.of("b", "a"))),
        List.of(new HashMap<>(Map.of(1, "x")), new TreeMap<>(Map.of(1, "x"))),
        List.of(Map.entry("k", 1), new SimpleEntry<>("k", 1)),
        List.of(URI.create("HTTP://A:80/%2f"), URI.create("http://a:080/%2F")),
        List.of(
            new Serialized(new String("a"), 1000), new Serialized("a", Integer.parseInt("1000"))),
        List.of(new Serialized(1000, 1000), new Serialized(1000, Integer.parseInt("1000"))),
        List.of(new Serialized(new Serialized("b", 1), new Serialized("b", 1)), twice("b")),
        List.of(
            new Serialized(new LinkedList<>(List.of("a")), 1),
            new Serialized(new ArrayList<>(List.of("a")), 1)),
        List.of(
            new Serialized(new BigDecimal("1.5"), UUID.fromString("0-0-0-0-1")),
            new Serialized(new BigDecimal(BigInteger.valueOf(15), 1), new UUID(0, 1))));
  }

  private static Serialized twice(Object part) {
    Serialized inner = new Serialized(part, 1);
    return new Serialized(inner, inner);
  }

  @ParameterizedTest
  @MethodSource("equals")
  void of_equalKeys_isOneText(List<Object> keys) {
    assertThat(keys.get(0)).isEqualTo(keys.get(1));
    assertThat(KEYS.of(keys.get(0))).isEqualTo(KEYS.of(keys.get(1)));
  }

  private static Stream<Object> impossible() {
    return Stream.of(
        new byte[1],
        List.of(new byte[1]),
        new Pair("a", new int[0]),
        new StringBuilder("a"),
        new Pair(1, new AtomicInteger(1)),
        new Object(),
        new Serialized(new HashSet<>(Set.of(1)), 1),
        new Serialized(Map.of(1, 2), 1),
        new Serialized(List.of("a"), 1),
        Thread.State.NEW,
        new Pair(1, Thread.State.NEW));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void of_whatCannotBeAKey_saysWhatToDo(Object key) {
    assertThatThrownBy(() -> KEYS.of(key))
        .isInstanceOf(CacheException.class)
        .message()
        .containsAnyOf("equals itself alone", "key-codec", "allowed-classes");
  }
}
