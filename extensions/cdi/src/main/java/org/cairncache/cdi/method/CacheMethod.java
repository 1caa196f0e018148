package org.cairncache.cdi.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheMethodDetails;
import org.jspecify.annotations.Nullable;

/**
 * A method of a bean with one of the annotations of JSR-107. Immutable and thread-safe.
 *
 * @param <A> the type of the annotation
 */
public final class CacheMethod<A extends Annotation> implements CacheMethodDetails<A> {
  private final Class<?> bean;
  private final Method method;
  private final Operation<A> operation;
  private final String cacheName;
  private final Set<Annotation> annotations;
  private final Parameters parameters;

  private CacheMethod(Class<?> bean, Method method, Operation<A> operation) {
    this.bean = bean;
    this.method = method;
    this.operation = operation;
    this.annotations = Set.of(method.getAnnotations());
    this.parameters = Parameters.of(method);
    this.cacheName = cacheNameOr(operation.cacheName(), bean, defaultName(method));
  }

  /** The method of the bean; its class may be a subclass of the method's. */
  public static <A extends Annotation> CacheMethod<A> of(
      Class<?> bean, Method method, Operation<A> operation) {
    return new CacheMethod<>(bean, method, operation);
  }

  /** The name, that of the class's {@link CacheDefaults} if it is empty, or else the last one. */
  public static String cacheNameOr(String name, Class<?> bean, String last) {
    if (!name.isEmpty()) {
      return name;
    }
    CacheDefaults defaults = defaultsOf(bean);
    return defaults == null || defaults.cacheName().isEmpty() ? last : defaults.cacheName();
  }

  /** The defaults of the class, or of the nearest one that it extends. */
  static @Nullable CacheDefaults defaultsOf(Class<?> bean) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      CacheDefaults defaults = type.getDeclaredAnnotation(CacheDefaults.class);
      if (defaults != null) {
        return defaults;
      }
    }
    return null;
  }

  private static String defaultName(Method method) {
    return method.getDeclaringClass().getName()
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getTypeName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  /** The class of the bean. */
  public Class<?> bean() {
    return bean;
  }

  /** What the annotation has in common with the others. */
  public Operation<A> operation() {
    return operation;
  }

  /** Which parameters are of the key, and which is the value. */
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Method getMethod() {
    return method;
  }

  @Override
  public Set<Annotation> getAnnotations() {
    return annotations;
  }

  @Override
  public A getCacheAnnotation() {
    return operation.annotation();
  }

  @Override
  public String getCacheName() {
    return cacheName;
  }

  /** What messages call it: {@code Users.find(int)}. */
  @Override
  public String toString() {
    return Methods.describe(bean, method);
  }
}
