package org.cairncache.cdi.application;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Interceptor;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

/**
 * What a container knows of its beans: the part that the manager of beans of CDI 3 and the
 * container of CDI Lite have in common, without a type in common. Thread-safe.
 */
public interface Beans {
  /** The beans of a type with the qualifiers. */
  Set<Bean<?>> find(Class<?> type, Annotation... qualifiers);

  /** The interceptors of calls that are intercepted by an annotation. */
  List<Interceptor<?>> interceptors(Annotation binding);

  /**
   * A reference to a bean, of the type of its class, for as long as the context is not released.
   */
  Object reference(Bean<?> bean, CreationalContext<?> context);

  /** A context for references to a bean. */
  CreationalContext<?> context(Bean<?> bean);
}
