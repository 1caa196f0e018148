package org.cairncache.freshness.key;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property of a public type, found once and read often. Immutable and thread-safe.
 *
 * @param name what a template calls it
 * @param owner the type that declares it, of which a value has to be
 * @param type its declared type
 * @param getter reads it; from Object to Object
 */
record Property(String name, Class<?> owner, Class<?> type, MethodHandle getter) {
  private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

  /** The property of the type or, if that is not public, of a public one above it; else null. */
  static @Nullable Property find(Class<?> type, String name) {
    for (Class<?> owner : withSupertypes(type)) {
      Property found = isVisible(owner) ? findIn(owner, name) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether the members of the type may be seen from outside its package and module. */
  static boolean isVisible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && type.getModule().isExported(type.getPackageName(), Property.class.getModule());
  }

  private static Set<Class<?>> withSupertypes(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      types.add(each);
    }
    for (Class<?> each : List.copyOf(types)) {
      addInterfaces(each, types);
    }
    if (type.isInterface()) {
      types.add(Object.class);
    }
    return types;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
    for (Class<?> each : type.getInterfaces()) {
      types.add(each);
      addInterfaces(each, types);
    }
  }

  private static @Nullable Property findIn(Class<?> owner, String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    List<@Nullable Property> found = new ArrayList<>();
    if (owner.isRecord()) {
      found.add(component(owner, name));
    }
    found.add(method(owner, "get" + capital, name, false));
    found.add(method(owner, "is" + capital, name, true));
    found.add(field(owner, name));
    found.add(method(owner, name, name, false));
    found.removeAll(Collections.singleton(null));
    return found.isEmpty() ? null : found.get(0);
  }

  private static @Nullable Property component(Class<?> owner, String name) {
    for (var component : owner.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return method(owner, name, name, false);
      }
    }
    return null;
  }

  private static @Nullable Property method(
      Class<?> owner, String methodName, String name, boolean flag) {
    try {
      Method method = owner.getMethod(methodName);
      Class<?> type = method.getReturnType();
      boolean fits = flag ? type == boolean.class || type == Boolean.class : type != void.class;
      return fits && !Modifier.isStatic(method.getModifiers())
          ? new Property(name, owner, type, MethodHandles.lookup().unreflect(method).asType(READ))
          : null;
    } catch (NoSuchMethodException | IllegalAccessException notSeen) {
      return null;
    }
  }

  private static @Nullable Property field(Class<?> owner, String name) {
    try {
      var field = owner.getField(name);
      return Modifier.isStatic(field.getModifiers())
          ? null
          : new Property(
              name,
              owner,
              field.getType(),
              MethodHandles.lookup().unreflectGetter(field).asType(READ));
    } catch (NoSuchFieldException | IllegalAccessException notSeen) {
      return null;
    }
  }

  /**
   * The value of the property; what its getter throws unchecked passes.
   *
   * @throws IllegalArgumentException if the value is of another type, or the getter throws a
   *     checked exception
   */
  @Nullable Object read(Object value) {
    if (!owner.isInstance(value)) {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is no "
              + owner.getName()
              + ", whose "
              + name
              + " is read");
    }
    try {
      return (Object) getter.invokeExact(value);
    } catch (RuntimeException | Error unchecked) {
      throw unchecked;
    } catch (Throwable checked) {
      throw new IllegalArgumentException(
          "The property " + name + " of a " + value.getClass().getName() + " cannot be read",
          checked);
    }
  }
}
