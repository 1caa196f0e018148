package org.cairncache.cdi.application;

import java.util.List;
import java.util.Set;

/**
 * What an extension has found when it looked at the application. Immutable.
 *
 * @param annotated the classes of beans that have annotated methods
 * @param ownManager whether the application has no cache manager itself
 */
public record BeanClasses(Set<Class<?>> annotated, boolean ownManager) {
  public BeanClasses {
    annotated = Set.copyOf(annotated);
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

  /** The classes by name. */
  List<Class<?>> sorted() {
    return annotated.stream()
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .toList();
  }
}
