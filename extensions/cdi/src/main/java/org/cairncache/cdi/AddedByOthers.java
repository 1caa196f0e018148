package org.cairncache.cdi;

import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What other extensions add for the same annotations, which is not the application's: Payara's adds
 * interceptors and a manager for its Hazelcast. It is taken from this application, since each call
 * would be cached twice, and beans of a session refused for interceptors that are not serializable.
 * Not thread-safe.
 */
final class AddedByOthers {
  private static final Logger LOG = System.getLogger(AddedByOthers.class.getName());

  private final Set<Class<?>> types = new HashSet<>();
  private final Set<String> off = new TreeSet<>();

  /** Takes the type away if it intercepts by an annotation of JSR-107. */
  void see(ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    types.add(type.getJavaClass());
    if (type.isAnnotationPresent(Interceptor.class)
        && CdiTypes.FOREIGN_BINDINGS.stream().anyMatch(type::isAnnotationPresent)) {
      event.veto();
      off.add(type.getJavaClass().getName());
    }
  }

  /** Takes the manager away, and answers whether it did, if a type that was added produces it. */
  boolean took(ProcessBeanAttributes<?> manager) {
    if (manager.getAnnotated() instanceof AnnotatedMember<?> producer
        && types.contains(producer.getDeclaringType().getJavaClass())) {
      manager.veto();
      off.add(describe(producer));
      return true;
    }
    return false;
  }

  /** Where a bean comes from. */
  static String describe(Annotated bean) {
    return bean instanceof AnnotatedMember<?> producer
        ? producer.getDeclaringType().getJavaClass().getName()
            + "."
            + producer.getJavaMember().getName()
        : bean.getBaseType().getTypeName();
  }

  /** Says in the log what was taken away. */
  void say() {
    if (!off.isEmpty()) {
      LOG.log(
          Level.INFO,
          "Methods are cached by Cairn in this application. "
              + "What others added to it for the same purpose is off: "
              + off);
    }
  }
}
