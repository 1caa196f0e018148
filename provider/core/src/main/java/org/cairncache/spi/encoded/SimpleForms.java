package org.cairncache.spi.encoded;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types with one text for equal values and for those alone, the same on every release of Java,
 * and how to read it back.
 */
final class SimpleForms {
  /** As numbers of more digits take time in the square of them to read. */
  private static final int MAXIMUM_DIGITS = 4_000;

  private static final Map<Class<?>, Form<?>> BY_CLASS = new HashMap<>();
  private static final Map<String, Form<?>> BY_NAME = new HashMap<>();

  private record Form<T>(
      String name, Class<? extends T> type, Function<T, String> text, Function<String, T> parse) {
    String write(Object key) {
      return name + ":" + text.apply(type.cast(key));
    }
  }

  static {
    add(Boolean.class, "boolean", Boolean::valueOf);
    add(Byte.class, "byte", Byte::valueOf);
    // A character may be half of one, which no text can end with.
    add("char", Character.class, unit -> "" + (int) unit, text -> (char) Integer.parseInt(text));
    // Their decimal texts are others since Java 19.
    add("double", Double.class, Double::toHexString, Double::valueOf);
    add("float", Float.class, Float::toHexString, Float::valueOf);
    add(Integer.class, "int", Integer::valueOf);
    add(Long.class, "long", Long::valueOf);
    add(Short.class, "short", Short::valueOf);
    add(BigDecimal.class, "decimal", text -> new BigDecimal(bounded(text)));
    add(BigInteger.class, "integer", text -> new BigInteger(bounded(text)));
    add(UUID.class, "uuid", UUID::fromString);
    add("uri", URI.class, UriForm::write, URI::create);
    add(Duration.class, "duration", Duration::parse);
    add(Instant.class, "instant", Instant::parse);
    add(LocalDate.class, "date", LocalDate::parse);
    add(LocalDateTime.class, "datetime", LocalDateTime::parse);
    add(LocalTime.class, "time", LocalTime::parse);
    add(MonthDay.class, "monthday", MonthDay::parse);
    add(OffsetDateTime.class, "offsetdatetime", OffsetDateTime::parse);
    add(OffsetTime.class, "offsettime", OffsetTime::parse);
    add(Period.class, "period", Period::parse);
    add(Year.class, "year", text -> Year.of(Integer.parseInt(text)));
    add("yearmonth", YearMonth.class, month -> month.atDay(1).toString(), SimpleForms::yearMonth);
    add(ZonedDateTime.class, "zoneddatetime", ZonedDateTime::parse);
    add(ZoneOffset.class, "offset", ZoneOffset::of);
    add("zone", ZoneId.of("UTC").getClass().asSubclass(ZoneId.class), ZoneId::getId, ZoneId::of);
  }

  private SimpleForms() {}

  private static <T> void add(Class<T> type, String name, Function<String, T> parse) {
    add(name, type, Object::toString, parse);
  }

  private static <T> void add(
      String name, Class<? extends T> type, Function<T, String> text, Function<String, T> parse) {
    Form<T> form = new Form<>(name, type, text, parse);
    BY_CLASS.put(type, form);
    BY_NAME.put(name, form);
  }

  private static String bounded(String digits) {
    if (digits.length() > MAXIMUM_DIGITS) {
      throw new NumberFormatException("A number of " + digits.length() + " digits");
    }
    return digits;
  }

  private static YearMonth yearMonth(String firstDay) {
    return YearMonth.from(LocalDate.parse(firstDay));
  }

  /** The form, {@code long:42}; null if there is none of this class, or it would be too long. */
  static @Nullable String write(Object key) {
    Form<?> form = BY_CLASS.get(key.getClass());
    if (form == null || isLong(key)) {
      return null;
    }
    return form.write(key);
  }

  private static boolean isLong(Object key) {
    if (key instanceof BigDecimal decimal) {
      return isLong(decimal.unscaledValue());
    }
    // 3 bits are less than a digit, which leaves room for a sign, a point and an exponent.
    return key instanceof BigInteger integer && integer.bitLength() > MAXIMUM_DIGITS * 3;
  }

  static Object read(String name, String text) throws IOException {
    Form<?> form = BY_NAME.get(name);
    if (form == null) {
      throw new IOException("There is no form of keys called " + name);
    }
    return form.parse().apply(text);
  }
}
