package org.cairncache.cdi.application;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.List;
import java.util.Set;

/**
 * What an extension has found when it looked at the application. Immutable.
 *
 * @param annotated the classes of beans that have annotated methods
 * @param ownManager whether the application has no cache manager itself
 * @param points where it injects what Cairn produces
 * @param container the beans of the container
 */
public record BeanClasses(
    Set<Class<?>> annotated, boolean ownManager, Set<InjectionPoint> points, Beans container) {
  public BeanClasses {
    annotated = Set.copyOf(annotated);
    points = Set.copyOf(points);
  }

  /** The class of a bean, whose instances may be of a subclass that the container has made. */
  Class<?> beanOf(Class<?> instance, Class<?> otherwise) {
    for (Class<?> type = instance; type != null; type = type.getSuperclass()) {
      if (annotated.contains(type)) {
        return type;
      }
    }
    return otherwise;
  }

  /** Whether the application does nothing that needs a cache. */
  boolean isEmpty() {
    return annotated.isEmpty() && points.isEmpty();
  }

  /** The classes by name. */
  List<Class<?>> sorted() {
    return annotated.stream()
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .toList();
  }
}
