package org.cairncache.cdi.method;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheValue;

/** The classes that a method says its cached values are of. */
public final class ValueTypes {
  private ValueTypes() {}

  /** The class of the values, and those that its type arguments name. */
  public static Set<Class<?>> of(Method method) {
    Set<Class<?>> types = new LinkedHashSet<>();
    if (method.isAnnotationPresent(CachePut.class)) {
      Arrays.stream(method.getParameters())
          .filter(each -> each.isAnnotationPresent(CacheValue.class))
          .map(Parameter::getParameterizedType)
          .forEach(type -> add(type, types));
    } else {
      add(method.getGenericReturnType(), types);
    }
    types.removeIf(CompletionStage.class::isAssignableFrom); // what is in it is cached
    return types;
  }

  private static void add(Type type, Set<Class<?>> types) {
    if (type instanceof Class<?> plain) {
      types.add(plain);
    } else if (type instanceof ParameterizedType generic) {
      add(generic.getRawType(), types);
      Arrays.stream(generic.getActualTypeArguments()).forEach(each -> add(each, types));
    } else if (type instanceof GenericArrayType array) {
      add(array.getGenericComponentType(), types);
    }
  }
}
