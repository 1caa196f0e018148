package org.cairncache.cdi;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;

/**
 * The key that JSR-107 generates by default: equal for equal lists of arguments, whatever the
 * method, arrays by their elements ({@code CacheResult#cacheKeyGenerator}). What is in an array is
 * copied. Immutable, as far as the arguments are.
 *
 * @param parameters the arguments, arrays as an {@link Elements}
 */
public record MethodKey(List<@Nullable Object> parameters) implements GeneratedCacheKey {
  public MethodKey {
    parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
  }

  /** The key of arguments. */
  public static MethodKey of(@Nullable Object... arguments) {
    return new MethodKey(Arrays.asList(frozen(arguments)));
  }

  private static @Nullable Object[] frozen(@Nullable Object[] arguments) {
    @Nullable Object[] parts = new Object[arguments.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = frozen(arguments[i]);
    }
    return parts;
  }

  private static @Nullable Object frozen(@Nullable Object argument) {
    if (argument == null || !argument.getClass().isArray()) {
      return argument;
    }
    Class<?> type = argument.getClass().getComponentType();
    @Nullable Object[] elements = new Object[Array.getLength(argument)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = frozen(Array.get(argument, i));
    }
    return new Elements(type.isPrimitive() ? type.getName() : "", Arrays.asList(elements));
  }

  /**
   * The elements of an array, as {@link Arrays#deepEquals} compares them.
   *
   * @param type the name of their primitive type; empty for objects
   */
  public record Elements(String type, List<@Nullable Object> elements)
      implements java.io.Serializable {
    public Elements {
      elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }
  }
}
