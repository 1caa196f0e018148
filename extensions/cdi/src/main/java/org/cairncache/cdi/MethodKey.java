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
    parameters = copy(parameters);
  }

  /** The key of arguments. */
  public static MethodKey of(@Nullable Object... arguments) {
    if (arguments.length == 1 && arguments[0] != null) {
      return new MethodKey(List.of(frozen(arguments[0]))); // what most methods have, uncopied
    }
    @Nullable Object[] parts = new Object[arguments.length];
    for (int i = 0; i < parts.length; i++) {
      Object argument = arguments[i];
      parts[i] = argument == null ? null : frozen(argument);
    }
    return new MethodKey(Arrays.asList(parts));
  }

  // Lists of the JDK that cannot be changed are their own copies, but have no nulls.
  private static List<@Nullable Object> copy(List<@Nullable Object> list) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == null) {
        return Collections.unmodifiableList(new ArrayList<>(list));
      }
    }
    return List.copyOf(list);
  }

  private static Object frozen(Object argument) {
    if (!argument.getClass().isArray()) {
      return argument;
    }
    Class<?> type = argument.getClass().getComponentType();
    @Nullable Object[] elements = new Object[Array.getLength(argument)];
    for (int i = 0; i < elements.length; i++) {
      Object element = Array.get(argument, i);
      elements[i] = element == null ? null : frozen(element);
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
      elements = copy(elements);
    }
  }
}
