package org.cairncache.serialization;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.cairncache.spi.AllowList;
import org.jspecify.annotations.Nullable;

/**
 * Which classes have no value that Java serialization behind an allow-list would write, as far as
 * the class alone tells.
 */
final class RefusedClasses {
  private RefusedClasses() {}

  /** Why no value of exactly this class is written; empty if some may be. */
  static Optional<String> refusal(Class<?> type, AllowList allowList) {
    if (type.isPrimitive()) {
      return Optional.empty();
    }
    if (type.isArray()) {
      return ofArray(type, allowList);
    }
    if (!Serializable.class.isAssignableFrom(type)) {
      return Optional.of(notSerializable(type.getName()));
    }
    return replacesItself(type) ? Optional.empty() : notAllowed(type, allowList);
  }

  static String notSerializable(@Nullable String className) {
    return "The class " + className + " is not Serializable; make it so, or set another codec";
  }

  // Elements of a class that is not final may all be of another.
  private static Optional<String> ofArray(Class<?> type, AllowList allowList) {
    if (!allowList.allows(type)) {
      return Optional.of(allowList.refusal(type.getName()));
    }
    Class<?> element = type.getComponentType();
    return Modifier.isFinal(element.getModifiers())
        ? refusal(element, allowList)
        : Optional.empty();
  }

  // A stream describes the class and those above it that are Serializable.
  private static Optional<String> notAllowed(Class<?> type, AllowList allowList) {
    for (Class<?> each = type;
        each != null && Serializable.class.isAssignableFrom(each);
        each = each.getSuperclass()) {
      if (!allowList.allows(each)) {
        return Optional.of(allowList.refusal(each.getName()));
      }
    }
    return Optional.empty();
  }

  // Nobody knows by what.
  private static boolean replacesItself(Class<?> type) {
    try {
      for (Class<?> each = type; each != null; each = each.getSuperclass()) {
        if (declares(each, "writeReplace")) {
          return true;
        }
      }
      return false;
    } catch (LinkageError unknown) { // a method of it names a class that is not there
      return true;
    }
  }

  private static boolean declares(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0);
  }
}
