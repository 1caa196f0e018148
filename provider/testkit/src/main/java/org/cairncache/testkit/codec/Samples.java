package org.cairncache.testkit.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cairncache.testkit.codec.Order.Line;
import org.cairncache.testkit.codec.Order.State;

/** Values for many codecs. */
public final class Samples {
  private static final int LARGE_BYTES = 10_000_000;
  private static final String UNICODE =
      "Zürich, Ελλάδα, 日本, 😀, \u0000, \u2028, \ud83d\ude00\u0301";

  private Samples() {}

  /** Texts: empty, of many scripts, with zeros, long. */
  public static List<Sample<?>> texts() {
    return List.of(
        Sample.of("text", "Ada"),
        Sample.of("text-empty", ""),
        Sample.of("text-unicode", UNICODE),
        Sample.of("text-long", UNICODE.repeat(5000)));
  }

  /** Numbers of the JDK, the extremes among them. */
  public static List<Sample<?>> numbers() {
    return List.of(
        Sample.of("integer", 42),
        Sample.of("integer-least", Integer.MIN_VALUE),
        Sample.of("integer-most", Integer.MAX_VALUE),
        Sample.of("long", -1L),
        Sample.of("long-least", Long.MIN_VALUE),
        Sample.of("long-most", Long.MAX_VALUE),
        Sample.of("short", Short.MIN_VALUE),
        Sample.of("byte", Byte.MIN_VALUE),
        Sample.of("double", 0.1),
        Sample.of("double-least", Double.MIN_VALUE),
        Sample.of("double-zero", -0.0),
        Sample.of("float", Float.MAX_VALUE),
        Sample.of("boolean", true),
        Sample.of("big-integer", BigInteger.TWO.pow(200).negate()),
        Sample.of("big-decimal", new BigDecimal("-12345678901234567890.1234500")));
  }

  /** What else is one value: identifiers, enums, times. */
  public static List<Sample<?>> scalars() {
    return List.of(
        Sample.of("uuid", new UUID(Long.MIN_VALUE, 42)),
        new Sample<>("enum", TimeUnit.class, TimeUnit.SECONDS),
        Sample.of("instant", Instant.parse("2026-02-28T23:59:59.123456789Z")),
        Sample.of("instant-most", Instant.parse("9999-12-31T23:59:59Z")),
        Sample.of("instant-before", Instant.parse("1815-12-10T00:00:00.5Z")),
        Sample.of("duration", Duration.ofNanos(-1)),
        Sample.of("date", LocalDate.of(2024, 2, 29)),
        Sample.of("time", LocalTime.of(12, 30, 0, 1)),
        Sample.of("date-time", LocalDateTime.of(-1, 1, 1, 0, 0)),
        Sample.of("offset-date-time", LocalDateTime.of(2026, 7, 1, 8, 0).atOffset(ZoneOffset.UTC)));
  }

  /** Bytes and texts in arrays. */
  public static List<Sample<?>> arrays() {
    return List.of(
        Sample.of("bytes", new byte[] {0, -1, 127, -128}),
        Sample.of("bytes-none", new byte[0]),
        Sample.of("texts", new String[] {"a", null, UNICODE}));
  }

  /** Arrays of other primitive types. */
  public static List<Sample<?>> primitiveArrays() {
    return List.of(
        Sample.of("ints", new int[] {1, Integer.MIN_VALUE}),
        Sample.of("longs", new long[] {Long.MIN_VALUE, 0}),
        Sample.of("doubles", new double[] {0.1, -0.0}),
        Sample.of("chars", new char[] {'a', '\u2028'}),
        Sample.of("flags", new boolean[] {true, false}),
        Sample.of("int-grid", new int[][] {{1}, {}, {2, 3}}));
  }

  /** Lists and maps of texts, flags and fractions, nested, with null: what any tree holds. */
  public static List<Sample<?>> trees() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", UNICODE);
    map.put("paid", true);
    map.put("weight", 0.5);
    map.put("nothing", null);
    map.put("nested", new ArrayList<>(Arrays.asList("a", null, new ArrayList<>(List.of(1.5)))));
    map.put("inner", new LinkedHashMap<>(Map.of("k", "v")));
    return List.of(
        new Sample<>("tree", Map.class, map),
        new Sample<>("list", List.class, new ArrayList<>(Arrays.asList("a", null, "b"))),
        new Sample<>("list-none", List.class, new ArrayList<>()),
        new Sample<>("map-none", Map.class, new LinkedHashMap<>()));
  }

  /** The JDK's collections of anything, mutable and not. */
  public static List<Sample<?>> collections() {
    return List.of(
        Sample.of("array-list", new ArrayList<>(Arrays.asList(1, "a", null, 2L))),
        Sample.of("hash-map", new HashMap<>(Map.of("k", List.of(1, 2), "l", List.of()))),
        Sample.of("hash-set", new HashSet<>(Set.of(UUID.fromString("0-0-0-0-1")))),
        new Sample<>("list-of-2", List.class, List.of("a", "b")),
        new Sample<>("list-of-4", List.class, List.of("a", "b", "c", "d")),
        new Sample<>("map-of", Map.class, Map.of("k", 1)),
        new Sample<>("set-of", Set.class, Set.of("a")),
        new Sample<>("object", Object.class, new ArrayList<>(List.of("a"))));
  }

  /** Records of an application: nested, with generic lists and maps, with null. */
  public static List<Sample<?>> records() {
    Line line = new Line(UNICODE, 2, null);
    Order order =
        new Order(
            new UUID(1, 2),
            "Ada",
            Long.MAX_VALUE,
            0.25,
            true,
            new BigDecimal("9.90"),
            Instant.parse("2026-01-01T00:00:00.000000001Z"),
            LocalDate.of(2026, 1, 2),
            State.SHIPPED,
            List.of(line, new Line("", -1, 5)),
            Map.of("x", List.of(1, 2), "y", List.of()),
            line);
    Order bare =
        new Order(
            new UUID(0, 0),
            "",
            0,
            -0.0,
            false,
            BigDecimal.ZERO,
            null,
            LocalDate.EPOCH,
            State.PLACED,
            List.of(),
            Map.of(),
            null);
    return List.of(
        Sample.of("line", line), Sample.of("order", order), Sample.of("order-bare", bare));
  }

  /** A text of 10 MB. */
  public static Sample<String> large() {
    StringBuilder text = new StringBuilder(LARGE_BYTES + 32);
    IntStream.iterate(0, i -> i + 1)
        .mapToObj(Integer::toString)
        .takeWhile(i -> text.length() < LARGE_BYTES)
        .forEach(text::append);
    return Sample.of("large", text.toString());
  }
}
