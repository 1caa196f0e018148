package org.cairncache.jcache;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.HashSet;
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

  /** Whether every object that may be declared as of this class is immutable. */
  static boolean containsAllOf(Class<?> type) {
    return contains(type) && (Modifier.isFinal(type.getModifiers()) || type.isEnum());
  }

  private static boolean isJavaTime(Class<?> type) {
    return type.getPackageName().equals(JAVA_TIME) && Modifier.isFinal(type.getModifiers());
  }

  // A record that refers to itself, also by way of others, is as immutable as the rest of them.
  private static boolean isRecordOfImmutables(Class<?> type) {
    Set<Class<?>> seen = new HashSet<>(Set.of(type));
    Deque<Class<?>> records = new ArrayDeque<>(Set.of(type));
    while (!records.isEmpty()) {
      Class<?> next = records.remove();
      if (!next.isRecord()) {
        return false;
      }
      for (RecordComponent component : next.getRecordComponents()) {
        Class<?> declared = component.getType();
        if (!isImmutableWhateverItHolds(declared) && seen.add(declared)) {
          records.add(declared);
        }
      }
    }
    return true;
  }

  // BigDecimal and BigInteger can be extended: as a declared type they promise nothing.
  private static boolean isImmutableWhateverItHolds(Class<?> declared) {
    return declared.isPrimitive()
        || declared.isEnum()
        || isJavaTime(declared)
        || (KNOWN.contains(declared) && Modifier.isFinal(declared.getModifiers()));
  }
}
