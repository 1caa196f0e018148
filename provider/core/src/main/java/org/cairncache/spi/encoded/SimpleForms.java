package org.cairncache.spi.encoded;

import java.io.IOException;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types whose {@code toString} is one text for equal values and for those alone, and how to
 * read it back.
 */
final class SimpleForms {
  private static final Map<Class<?>, String> NAMES = new HashMap<>();
  private static final Map<String, Function<String, Object>> PARSERS = new HashMap<>();

  static {
    add(Boolean.class, "boolean", Boolean::valueOf);
    add(Byte.class, "byte", Byte::valueOf);
    add(Character.class, "char", text -> (char) Integer.parseInt(text));
    add(Double.class, "double", Double::valueOf);
    add(Float.class, "float", Float::valueOf);
    add(Integer.class, "int", Integer::valueOf);
    add(Long.class, "long", Long::valueOf);
    add(Short.class, "short", Short::valueOf);
    add(BigDecimal.class, "decimal", BigDecimal::new);
    add(BigInteger.class, "integer", BigInteger::new);
    add(UUID.class, "uuid", UUID::fromString);
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
    add(YearMonth.class, "yearmonth", YearMonth::parse);
  }

  private SimpleForms() {}

  private static <T> void add(Class<T> type, String name, Function<String, T> parser) {
    NAMES.put(type, name);
    PARSERS.put(name, parser::apply);
  }

  /** The form, {@code long:42}; null if the class has none. */
  static @Nullable String write(Object key) {
    String name = NAMES.get(key.getClass());
    if (name == null) {
      return null;
    }
    // A character may be half of one, which no text can end with.
    return name + ":" + (key instanceof Character unit ? "" + (int) unit : key.toString());
  }

  static Object read(String name, String text) throws IOException {
    Function<String, Object> parser = PARSERS.get(name);
    if (parser == null) {
      throw new IOException("There is no form of keys called " + name);
    }
    return parser.apply(text);
  }
}
