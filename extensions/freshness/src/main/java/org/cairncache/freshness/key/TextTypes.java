package org.cairncache.freshness.key;

import java.lang.invoke.MethodType;
import java.time.ZoneId;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which declared types can have a text in a key at all. Stateless. */
final class TextTypes {
  private static final Set<Class<?>> OTHERS =
      Set.of(
          String.class,
          Integer.class,
          Long.class,
          Boolean.class,
          Enum.class,
          Record.class,
          ZoneId.class,
          Locale.class,
          Optional.class,
          AbstractCollection.class);

  private TextTypes() {}

  /**
   * Whether some value of the type has a text. An interface may be a record's, so it counts; of a
   * class that is none of those with a text, nor above or below one, no value will have.
   */
  static boolean mayHaveText(Class<?> type) {
    return mayHaveText(type, new HashSet<>());
  }

  private static boolean mayHaveText(Class<?> type, Set<Class<?>> seen) {
    if (type.isArray()) {
      return mayHaveText(type.getComponentType(), seen);
    }
    if (type.isRecord()) {
      return !seen.add(type)
          || Arrays.stream(type.getRecordComponents())
              .allMatch(component -> mayHaveText(component.getType(), seen));
    }
    return type.isInterface() || type.isEnum() || isCollection(type) || isAboveOne(type);
  }

  private static boolean isCollection(Class<?> type) {
    return List.class.isAssignableFrom(type)
        || Set.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || Map.Entry.class.isAssignableFrom(type);
  }

  private static boolean isAboveOne(Class<?> type) {
    Class<?> boxed = MethodType.methodType(type).wrap().returnType();
    return ZoneId.class.isAssignableFrom(boxed)
        || SimpleText.types().stream().anyMatch(boxed::isAssignableFrom)
        || OTHERS.stream().anyMatch(boxed::isAssignableFrom);
  }

  /** What is thrown for a value of a class without a text. */
  static IllegalArgumentException refusal(Class<?> type) {
    return new IllegalArgumentException(
        type.getName()
            + " has no text in a key; pass a value that has one, use a property path, or make it a"
            + " record");
  }
}
