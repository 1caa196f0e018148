package org.cairncache.kryo;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.cairncache.spi.AllowList;

/**
 * The classes that a type's values are made of, as far as declarations tell, and what they look
 * like. Depends on the classes only, not on the order in which they are found. Not thread-safe.
 */
final class Shapes {
  private final AllowList allowList;
  private final Map<String, Class<?>> found = new TreeMap<>();
  private final Deque<Type> open = new ArrayDeque<>();

  Shapes(AllowList allowList) {
    this.allowList = allowList;
  }

  /**
   * Adds a class and all that its fields are declared to be.
   *
   * @throws IllegalArgumentException if one of them is not allowed, naming it
   */
  void add(Class<?> type) {
    open.add(type);
    while (!open.isEmpty()) {
      visit(open.remove());
    }
  }

  /** The classes in the order of their names. */
  List<Class<?>> classes() {
    return List.copyOf(found.values());
  }

  /** A number that changes when a class is added, or a field, or a constant of an enum. */
  int schema() {
    CRC32 hash = new CRC32();
    found.values().forEach(type -> hash.update(described(type).getBytes(StandardCharsets.UTF_8)));
    return (int) hash.getValue() ^ JdkClasses.VERSION;
  }

  private void visit(Type type) {
    if (type instanceof ParameterizedType generic) {
      open.add(generic.getRawType());
      open.addAll(Arrays.asList(generic.getActualTypeArguments()));
    } else if (type instanceof GenericArrayType array) {
      open.add(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      open.addAll(Arrays.asList(wildcard.getUpperBounds()));
    } else if (type instanceof Class<?> named) {
      visit(named);
    }
  }

  private void visit(Class<?> type) {
    if (type.isArray()) {
      open.add(type.getComponentType());
      if (!JdkClasses.contains(type)) {
        found.put(type.getName(), type);
      }
    } else if (isOfTheApplication(type) && !found.containsKey(type.getName())) {
      if (!allowList.allows(type)) {
        throw new IllegalArgumentException(allowList.refusal(type.getName()));
      }
      visitNew(type);
    }
  }

  private void visitNew(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted != null) {
      open.addAll(Arrays.asList(permitted));
    }
    if (!Modifier.isAbstract(type.getModifiers()) || type.isEnum()) {
      found.put(type.getName(), type);
      fields(type).forEach(field -> open.add(field.getGenericType()));
    }
  }

  private static boolean isOfTheApplication(Class<?> type) {
    return !type.isPrimitive() && !JdkClasses.isOfTheJdk(type);
  }

  private static String described(Class<?> type) {
    StringBuilder text = new StringBuilder(type.getName()).append('{');
    if (type.isEnum()) {
      text.append(constants(type));
    } else {
      fields(type).stream()
          .map(field -> field.getType().getName() + " " + field.getName() + ";")
          .sorted()
          .forEach(text::append);
    }
    return text.append('}').toString();
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    if (!type.isEnum() && !type.isArray()) {
      for (Class<?> each = type;
          each != null && isOfTheApplication(each);
          each = each.getSuperclass()) {
        Arrays.stream(each.getDeclaredFields())
            .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
            .sorted(Comparator.comparing(Field::getName))
            .forEach(fields::add);
      }
    }
    return fields;
  }
}
