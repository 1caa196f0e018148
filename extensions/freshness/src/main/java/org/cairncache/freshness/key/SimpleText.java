package org.cairncache.freshness.key;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value without parts: its type's tag, and a text that equal ones share and others do not.
 * Immutable and thread-safe.
 */
record SimpleText(String tag, String text) {
  private static final Map<Class<?>, String> TAGS =
      Map.ofEntries(
          entry(Byte.class, "byte"),
          entry(Short.class, "short"),
          entry(Character.class, "char"),
          entry(Float.class, "float"),
          entry(Double.class, "double"),
          entry(BigInteger.class, "bigint"),
          entry(BigDecimal.class, "decimal"),
          entry(UUID.class, "uuid"),
          entry(Date.class, "date"),
          entry(Currency.class, "currency"),
          entry(Instant.class, "instant"),
          entry(Duration.class, "duration"),
          entry(Period.class, "period"),
          entry(LocalDate.class, "localdate"),
          entry(LocalTime.class, "localtime"),
          entry(LocalDateTime.class, "localdatetime"),
          entry(OffsetTime.class, "offsettime"),
          entry(OffsetDateTime.class, "offsetdatetime"),
          entry(ZonedDateTime.class, "zoneddatetime"),
          entry(Year.class, "year"),
          entry(YearMonth.class, "yearmonth"),
          entry(MonthDay.class, "monthday"));

  /** The types it is known for, but for time zones, of which the classes are not public. */
  static Set<Class<?>> types() {
    return TAGS.keySet();
  }

  /** The text of the value, or null if its class, and not only one above, is none of these. */
  static @Nullable SimpleText of(Object value) {
    String tag = value instanceof ZoneId ? "zone" : TAGS.get(value.getClass());
    return tag == null ? null : new SimpleText(tag, text(value));
  }

  // Up to JDK 18 the decimal form of some floating-point numbers was another one than today.
  @SuppressWarnings("JavaUtilDate") // applications have it still
  private static String text(Object value) {
    if (value instanceof Double number) {
      return Double.toHexString(number);
    }
    if (value instanceof Float number) {
      return Float.toHexString(number);
    }
    return value instanceof Date date ? Long.toString(date.getTime()) : value.toString();
  }
}
