package org.cairncache.cdi.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;

/** The annotated methods of a bean. */
public final class BeanMethods {
  /** The annotations that make containers call interceptors. */
  public static final List<Class<? extends Annotation>> BINDINGS =
      List.of(
          CacheResult.class,
          CachePut.class,
          CacheRemove.class,
          CacheRemoveAll.class,
          InvalidateTags.class,
          BackgroundRefresh.class);

  /** Those beside them. */
  static final List<Class<? extends Annotation>> OTHERS =
      List.of(BackgroundWriter.class, Freshness.class, KeyTemplate.class);

  private BeanMethods() {}

  /** Those of the class and of what it extends, each as the bean has it. */
  public static List<Method> of(Class<?> bean) {
    List<Method> methods = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (!method.isBridge()
            && seen.add(method.getName() + Arrays.toString(method.getParameterTypes()))
            && isAnnotated(method)) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  private static boolean isAnnotated(Method method) {
    return BINDINGS.stream().anyMatch(method::isAnnotationPresent)
        || OTHERS.stream().anyMatch(method::isAnnotationPresent);
  }
}
