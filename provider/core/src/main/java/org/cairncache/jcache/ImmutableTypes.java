package org.cairncache.jcache;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Which classes have only values that nobody can change: boxed numbers, strings, enums, java.time
 * and a few more of the JDK, and records all of whose components are declared to be of such a
 * class. An array never is, nor is a record that could hold something mutable. Thread-safe.
 */
final class ImmutableTypes {
  private static final String JAVA_TIME = DayOfWeek.class.getPackageName();
  private static final Set<Class<?>> KNOWN =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          UUID.class,
          URI.class,
          Locale.class,
          Currency.class);

  private static final ClassValue<Boolean> CACHE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return KNOWN.contains(type)
              || Enum.class.isAssignableFrom(type)
              || isJavaTime(type)
              || isRecordOfImmutables(type);
        }
      };

  private ImmutableTypes() {}

  /** Whether every object of exactly this class is immutable. */
  static boolean contains(Class<?> type) {
    return CACHE.get(type);
  }

  private static boolean isJavaTime(Class<?> type) {
    return type.getPackageName().equals(JAVA_TIME) && Modifier.isFinal(type.getModifiers());
  }

  private static boolean isRecordOfImmutables(Class<?> type) {
    if (!type.isRecord()) {
      return false;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> declared = component.getType();
      if (declared != type && !declared.isPrimitive() && !isImmutableWhateverItHolds(declared)) {
        return false;
      }
    }
    return true;
  }

  // BigDecimal and BigInteger can be extended: as a declared type they promise nothing.
  private static boolean isImmutableWhateverItHolds(Class<?> declared) {
    return (Modifier.isFinal(declared.getModifiers()) || declared.isEnum()) && contains(declared);
  }
}
